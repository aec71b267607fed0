// What a saved template is called in its file, and the languages to say its texts are in.
import { locale } from '../ui/messages/locale.ts';

/** Those that maps of change are drawn in most. */
const languages = 'en ar bn de es fa fr ha hi id it ja pa ps pt ru sd so sw tr uk ur vi zh'.split(' ');

/** Letters, digits and - of the title; titles in other scripts have none of these. */
export function templateId(title: string): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'template';
}

/** By their names in the language of the interface. */
export function languageChoices(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return languages
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
