// Light or dark, as this person likes it on this device.
import { Check, Moon, Monitor, Sun } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { t } from '../ui/messages/t.ts';
import { chooseTheme, currentTheme, themes, type Theme } from '../ui/theme.ts';

const icons = { system: Monitor, light: Sun, dark: Moon };
const names = { system: 'common.theme.system', light: 'common.theme.light', dark: 'common.theme.dark' } as const;

export function ThemeChoice() {
  const [chosen, setChosen] = useState(currentTheme);
  const Icon = icons[chosen];
  function choose(theme: Theme): void {
    chooseTheme(theme);
    setChosen(theme);
  }
  return (
    <Menu
      label={t('common.theme')}
      trigger={
        <IconButton label={t('common.theme')}>
          <Icon size={18} aria-hidden="true" />
        </IconButton>
      }
    >
      {themes.map((theme) => (
        <ThemeItem key={theme} theme={theme} isChosen={theme === chosen} onChoose={() => choose(theme)} />
      ))}
    </Menu>
  );
}

function ThemeItem({ theme, isChosen, onChoose }: { theme: Theme; isChosen: boolean; onChoose: () => void }) {
  const Icon = icons[theme];
  return (
    <MenuItem icon={<Icon size={18} aria-hidden="true" />} onSelect={onChoose}>
      {t(names[theme])}
      {isChosen && <Check size={16} aria-hidden="true" />}
    </MenuItem>
  );
}
