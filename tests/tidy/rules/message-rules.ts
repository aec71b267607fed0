// What every text of the interface keeps to: it comes from the catalogue. The first rule gives the places of bare strings; the
// others read which keys are asked for.
import { Visitor, type Node } from 'oxc-parser';
import { parse, place } from '../../support/source-files.ts';
import type { Rule } from './module-rules.ts';

/** Attributes, of elements and of our components, whose value a person reads or hears. */
const readAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'tabTitle',
  'placeholder',
  'alt',
  'label',
  'text',
  'hint',
  'error',
  'note',
  'heading',
  'description',
]);
const speaking = new Set(['alert', 'confirm', 'prompt']);

/** Places where a person would read a string that stands in the code. */
export const bareStrings: Rule = (file) => {
  const found = new Set<number>();
  const add = (node: Node): void => {
    for (const start of readableStrings(node)) found.add(start);
  };
  new Visitor({
    JSXText: (node) => void (hasLetters(node.value) && found.add(node.start)),
    JSXElement(node) {
      for (const child of node.children) if (child.type === 'JSXExpressionContainer') add(child.expression);
    },
    JSXFragment(node) {
      for (const child of node.children) if (child.type === 'JSXExpressionContainer') add(child.expression);
    },
    JSXAttribute(node) {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
      if (!readAttributes.has(name) || !node.value) return;
      add(node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value);
    },
    CallExpression(node) {
      const { callee } = node;
      const isWindow = callee.type === 'MemberExpression' && nameOf(callee.object) === 'window';
      const called = isWindow ? nameOf(callee.property) : nameOf(callee);
      if (speaking.has(called)) node.arguments.forEach(add);
      if (called === 'showToast') node.arguments.slice(1).forEach(add);
    },
    AssignmentExpression(node) {
      const { left, right } = node;
      if (left.type !== 'MemberExpression' || nameOf(left.object) !== 'document') return;
      if (nameOf(left.property) === 'title') add(right);
    },
  }).visit(parse(file).program);
  return [...found].toSorted((a, b) => a - b).map((start) => place(file, start));
};

/** Keys that are given to `t` as they stand, with their places. */
export function keysAskedFor(file: Parameters<Rule>[0]): { key: string; at: string }[] {
  const found: { key: string; at: string }[] = [];
  new Visitor({
    CallExpression(node) {
      const [first] = node.arguments;
      if (nameOf(node.callee) !== 't' || first?.type !== 'Literal' || typeof first.value !== 'string') return;
      found.push({ key: first.value, at: place(file, first.start) });
    },
  }).visit(parse(file).program);
  return found;
}

/** All strings of a file: a key may be chosen from a table before it reaches `t`. */
export function stringsOf(file: Parameters<Rule>[0]): string[] {
  const found: string[] = [];
  new Visitor({ Literal: (node) => void (typeof node.value === 'string' && found.push(node.value)) }).visit(
    parse(file).program,
  );
  return found;
}

/** Starts of the strings that this expression may come out as. */
function readableStrings(node: Node): number[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && hasLetters(node.value) ? [node.start] : [];
    case 'TemplateLiteral':
      return node.quasis.some((quasi) => hasLetters(quasi.value.raw)) ? [node.start] : [];
    case 'ConditionalExpression':
      return [...readableStrings(node.consequent), ...readableStrings(node.alternate)];
    case 'LogicalExpression':
      return [...readableStrings(node.left), ...readableStrings(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...readableStrings(node.left), ...readableStrings(node.right)] : [];
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return readableStrings(node.expression);
    default:
      return [];
  }
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : '';
}

function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text.replace(/&\w+;/g, ''));
}
