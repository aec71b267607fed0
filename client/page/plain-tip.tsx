// In place of the floating tip: a page that has to be small shows the words as the browser does.
import { cloneElement, type ReactElement } from 'react';

export function Tip({ text, children }: { text: string; children: ReactElement<{ title?: string }> }) {
  return cloneElement(children, { title: text });
}
