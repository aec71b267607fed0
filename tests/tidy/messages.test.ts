// Every text that a person reads comes from the catalogue, and the catalogue holds nothing else.
import { catalogue } from '@commonboard/client/ui/messages/catalogue.ts';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../support/source-files.ts';
import { bareStrings, keysAskedFor, stringsOf } from './rules/message-rules.ts';

const files = sourceFiles('.ts', '.tsx').filter(({ path }) => path.startsWith('client/'));
const isCatalogue = (path: string): boolean => /^client\/ui\/messages\/en-[a-z]+\.ts$/.test(path);
const keys = Object.keys(catalogue);
const sample = (text: string) => ({ path: 'client/home/sample.tsx', text });

describe('the client', () => {
  it('has no bare strings', () => expect(files.flatMap(bareStrings)).toEqual([]));

  it('asks only for messages that exist', () => {
    const missing = files.flatMap(keysAskedFor).filter(({ key }) => !Object.hasOwn(catalogue, key));
    expect(missing).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('holds only messages that are asked for', () => {
    const strings = new Set(files.filter(({ path }) => !isCatalogue(path)).flatMap(stringsOf));
    expect(keys.filter((key) => !strings.has(key))).toEqual([]);
  });

  it('says each thing in one area only', () => {
    const areas = files.filter(({ path }) => isCatalogue(path));
    const known = areas.flatMap(stringsOf).filter((text) => Object.hasOwn(catalogue, text));
    expect(known.filter((key, index) => known.indexOf(key) !== index)).toEqual([]);
  });

  it('is written with the signs of print, and without empty or untrimmed messages', () => {
    const sentences: string[] = Object.values(catalogue).flatMap((message) =>
      typeof message === 'string' ? [message] : Object.values(message),
    );
    expect(sentences.filter((text) => text.trim() !== text || text === '' || /["']|\.\.\./.test(text))).toEqual([]);
  });
});

describe('the rule finds', () => {
  it.each([
    '<p>Hello</p>',
    '<p>{"Hello"}</p>',
    '<p>{isNew ? "Hello" : t("a")}</p>',
    '<p>{isNew && `Hello ${name}`}</p>',
    '<>Hello</>',
    '<button aria-label="Close" />',
    '<input placeholder={"Paste here"} />',
    '<img alt={isOwn ? "Mine" : ""} />',
    '<Dialog title="Share" />',
    '<TextField hint={"One " + two} />',
    'window.alert("Hello");',
    'if (confirm("Really?")) go();',
    'showToast("done", "Saved");',
    'document.title = "Board";',
  ])('%s', (text) => expect(bareStrings(sample(text))).toHaveLength(1));

  it.each([
    '<p>{t("home.title")}</p>',
    '<p> &middot; {count} </p>',
    '<p className="wide">{name}</p>',
    '<img alt="" />',
    '<button aria-label={t("common.close")} data-kind="quiet" />',
    'showToast("done", t("home.done.renamed", { title }));',
    'element.title = other;',
  ])('nothing in %s', (text) => expect(bareStrings(sample(text))).toEqual([]));

  it('a key that does not exist', () => {
    expect(keysAskedFor(sample('t("home.nowhere");')).map(({ key }) => key)).toEqual(['home.nowhere']);
  });
});
