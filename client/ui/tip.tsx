// A short text beside a control that is pointed at or focused.
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tip.module.css';

interface TipProps {
  text: string;
  /** One element that takes a ref. */
  children: ReactNode;
}

export function Tip({ text, children }: TipProps) {
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className={styles.tip} sideOffset={6} collisionPadding={8}>
            {text}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
