// Things that are gone, several of which can be chosen and brought back.
import type { MissingThing } from '@commonboard/shared/protocol/history.ts';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import styles from './history.module.css';
import { kindText } from './thing-words.ts';

interface ThingListProps<T extends MissingThing> {
  things: readonly T[];
  label: string;
  /** A line under the words of a thing. */
  about?: (thing: T) => string;
  /** Gives how many records came back. */
  bringBack: (ids: string[]) => Promise<number>;
  onBrought: () => void;
}

export function ThingList<T extends MissingThing>({ things, label, about, bringBack, onBrought }: ThingListProps<T>) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const ids = things.map(({ id }) => id).filter((id) => chosen.has(id));
  async function bring(): Promise<void> {
    setBusy(true);
    try {
      const brought = await bringBack(ids);
      showToast('done', brought === 0 ? t('history.brought.none') : t('history.brought', { count: ids.length }));
      setChosen(new Set());
      onBrought();
    } catch (error) {
      showToast('trouble', errorText(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <ul className={styles.things} aria-label={label}>
        {things.map((thing) => (
          <li key={thing.id}>
            <Thing
              thing={thing}
              about={about?.(thing)}
              isChosen={chosen.has(thing.id)}
              onChoose={(is) => setChosen(withOrWithout(chosen, thing.id, is))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button
          look="primary"
          busy={busy}
          disabled={ids.length === 0}
          icon={<Undo2 size={18} aria-hidden="true" />}
          onClick={() => void bring()}
        >
          {t('history.bring-back', { count: ids.length })}
        </Button>
      </div>
    </>
  );
}

interface ThingProps {
  thing: MissingThing;
  about: string | undefined;
  isChosen: boolean;
  onChoose: (is: boolean) => void;
}

function Thing({ thing, about, isChosen, onChoose }: ThingProps) {
  const { title, inside, mayBringBack } = thing;
  return (
    <label className={styles.thing} data-off={!mayBringBack}>
      <input
        type="checkbox"
        checked={isChosen}
        disabled={!mayBringBack}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <span className={styles.thingWords}>
        <span className={styles.thingKind}>
          {kindText(thing)} {inside > 0 && t('history.inside', { count: inside })}
        </span>
        <span className={styles.thingTitle} data-empty={title === ''} dir="auto">
          {title === '' ? t('history.thing.empty') : title}
        </span>
        {about !== undefined && <span className={styles.quiet}>{about}</span>}
        {!mayBringBack && <span className={styles.quiet}>{t('history.others')}</span>}
      </span>
    </label>
  );
}

function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): Set<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
