// Words by language that some rules look for: work words (T12, G02), joining words (T11), and "everybody" for a name (C01).
// Only the list of the board's language is used; a language without a list has no such findings.
import { wordsOf } from '../words-of.ts';

interface LocaleWords {
  /** Work words where the sentence begins. */
  starts: readonly string[];
  /** Work words where the sentence ends, in languages that put the verb last. */
  ends: readonly string[];
  /** Between two ideas or two names. */
  joins: readonly string[];
  everybody: readonly string[];
}

const languages: Readonly<Record<string, LocaleWords>> = {
  en: {
    starts: list(
      'train training build building organise organize organising organizing create creating develop developing run running ' +
        'hold holding conduct conducting deliver delivering provide providing hire hiring publish publishing launch launching ' +
        'implement implementing design designing distribute distributing produce producing arrange arranging prepare preparing ' +
        'write writing set setting teach teaching establish establishing carry carrying host hosting raise raising',
    ),
    ends: [],
    joins: ['and'],
    everybody: ['we', 'us', 'everyone', 'everybody', 'all', 'all of us', 'team', 'the team', 'group', 'the group'],
  },
  fr: {
    starts: list(
      'former formation organiser organisation créer création construire construction développer développement mettre lancer ' +
        'réaliser produire publier distribuer élaborer préparer animer concevoir embaucher rédiger fournir établir mener',
    ),
    ends: [],
    joins: ['et'],
    everybody: ['nous', 'tous', 'toutes', 'tout le monde', 'équipe', 'l équipe', 'groupe', 'le groupe', 'on'],
  },
  es: {
    starts: list(
      'capacitar capacitación formar formación organizar organización crear creación construir construcción desarrollar ' +
        'desarrollo realizar producir publicar distribuir elaborar preparar diseñar contratar lanzar implementar establecer ' +
        'impartir ofrecer entregar redactar',
    ),
    ends: [],
    joins: ['y', 'e'],
    everybody: ['nosotros', 'nosotras', 'todos', 'todas', 'equipo', 'el equipo', 'grupo', 'el grupo'],
  },
  hi: {
    starts: [],
    ends: ['करना', 'देना', 'बनाना', 'कराना', 'करवाना', 'चलाना', 'लिखना', 'सिखाना', 'बाँटना', 'बांटना'],
    joins: ['और', 'तथा', 'एवं'],
    everybody: ['हम', 'हम सब', 'सब', 'सभी', 'टीम', 'समूह'],
  },
};

/** The text reads like something one does. */
export function isWordedAsWork(text: string, locale: string): boolean {
  const known = languageOf(locale);
  const words = wordsOf(text);
  if (!known || words.length === 0) return false;
  const [first = '', second = ''] = words;
  // "to train teachers"
  const start = first === 'to' && known === languages['en'] ? second : first;
  return known.starts.includes(start) || known.ends.includes(words.at(-1) ?? '');
}

/** Two ideas, or two names, joined by a word of the language. A joining word at an end joins nothing. */
export function hasJoiningWord(text: string, locale: string): boolean {
  const joins = languageOf(locale)?.joins ?? [];
  return wordsOf(text)
    .slice(1, -1)
    .some((word) => joins.includes(word));
}

/** A name that nobody can be asked by: "we", "the team". */
export function isEverybody(name: string, locale: string): boolean {
  return languageOf(locale)?.everybody.includes(wordsOf(name).join(' ')) ?? false;
}

function languageOf(locale: string): LocaleWords | undefined {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(languages, language) ? languages[language] : undefined;
}

function list(words: string): string[] {
  return words.split(' ');
}
