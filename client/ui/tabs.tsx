// Tabs: one of several panels, chosen by its name.
import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface Tab {
  id: string;
  name: string;
  panel: ReactNode;
}

interface TabsProps {
  tabs: readonly Tab[];
  label: string;
  /** Id of the tab that is shown, where somebody else keeps that in mind. */
  shown?: string;
  onShow?: (id: string) => void;
}

export function Tabs({ tabs, label, shown, onShow }: TabsProps) {
  const first = tabs[0];
  if (!first) return null;
  return (
    <Radix.Root
      defaultValue={first.id}
      {...(shown !== undefined && { value: shown })}
      {...(onShow && { onValueChange: onShow })}
    >
      <Radix.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} value={tab.id} className={styles.tab}>
            {tab.name}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className={styles.panel}>
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
