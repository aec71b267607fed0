// The messages that are shown just now. Any part of the page may add one.

export interface Toast {
  id: number;
  kind: 'done' | 'trouble';
  text: string;
  actions: readonly ToastAction[];
  /** A newer message about the same takes the place of this one. */
  about: string | null;
}

export interface ToastAction {
  label: string;
  onAct: () => void;
}

const toastsMax = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function onToastsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows `text`, which comes from the catalogue. */
export function showToast(
  kind: Toast['kind'],
  text: string,
  actions: readonly ToastAction[] = [],
  about: string | null = null,
): void {
  lastId += 1;
  const toast = { id: lastId, kind, text, actions, about };
  // What a message offers may differ where its words do not.
  const others = toasts.filter((other) =>
    about === null ? other.text !== text || other.actions.length > 0 : other.about !== about,
  );
  set([...others, toast].slice(-toastsMax));
}

export function isToastShown(about: string): boolean {
  return toasts.some((toast) => toast.about === about);
}

export function closeToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
}

/** What it was about is over. */
export function closeToastAbout(about: string): void {
  for (const toast of toasts) if (toast.about === about) closeToast(toast.id);
}
