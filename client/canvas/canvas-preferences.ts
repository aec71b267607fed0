// tldraw's preferences of this person: who they are on this board, and on this device how they like the canvas.
import { atom, createTLCurrentUser, type TLCurrentUser, type TLUserPreferences } from 'tldraw';
import { chooseTheme, currentTheme } from '../ui/theme.ts';

const storageKey = 'commonboard.canvas';
const kept = [
  'animationSpeed',
  'areKeyboardShortcutsEnabled',
  'edgeScrollSpeed',
  'isSnapMode',
  'isWrapMode',
  'isDynamicSizeMode',
  'isPasteAtCursorMode',
  'enhancedA11yMode',
  'inputMode',
  'isZoomDirectionInverted',
] as const;

export interface CanvasSelf {
  participantId: string;
  name: string;
  color: string;
}

export function canvasUser(self: CanvasSelf): TLCurrentUser {
  const preferences = atom<TLUserPreferences>('preferences', {
    ...readKept(),
    id: self.participantId,
    name: self.name,
    color: self.color,
    locale: document.documentElement.lang || 'en',
    colorScheme: currentTheme(),
  });
  return createTLCurrentUser({
    userPreferences: preferences,
    setUserPreferences: (next) => {
      // Name and colour are the server's to give.
      preferences.set({ ...next, id: self.participantId, name: self.name, color: self.color });
      if (next.colorScheme && next.colorScheme !== currentTheme()) chooseTheme(next.colorScheme);
      writeKept(next);
    },
  });
}

function readKept(): Partial<TLUserPreferences> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(([name, value]) => kept.some((key) => key === name) && isPlain(value)),
    );
  } catch {
    // Forbidden or damaged storage: the canvas starts with its defaults.
    return {};
  }
}

function writeKept(preferences: TLUserPreferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(kept.map((name) => [name, preferences[name]]))));
  } catch {
    // They hold for this page only.
  }
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string';
}
