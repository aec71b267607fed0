// Texts of the field - names of kinds, fields and templates - stand with the data they belong to, in every language there is.
// The server's reports use them too, so they are not in the page's own catalogue.

/** Language -> text. English is always there. */
export type Text = { en: string } & Partial<Record<string, string>>;

/** The text in a language such as `fr` or `fr-CA`, else in English. */
export function textIn(text: Text, locale: string): string {
  const known = [locale, locale.split('-')[0] ?? ''].find((language) => Object.hasOwn(text, language));
  return (known === undefined ? undefined : text[known]) ?? text.en;
}
