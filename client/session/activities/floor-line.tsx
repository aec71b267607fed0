// Who has the floor and who waits for it, for all: a circle with a free chair, or talks that people sign up for.
import { type Floor, isFull } from '@commonboard/shared/activities/floor-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { MessagesSquare, X } from 'lucide-react';
import { Button, buttonClass } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

interface FloorLineProps {
  store: SessionStore;
  view: SessionView;
  participantId: string;
  mayTakePart: boolean;
  isLeading: boolean;
}

export function FloorLine({ view: { floor }, ...props }: FloorLineProps) {
  if (!floor) return null;
  const isCircle = floor.form.kind === 'fishbowl';
  return (
    <section className={styles.turns} aria-label={isCircle ? t('session.circle') : t('session.talks')}>
      <MessagesSquare size={18} aria-hidden="true" />
      <output className={styles.turnsText}>
        {isCircle ? <CircleText floor={floor} /> : <TalkText floor={floor} />}
      </output>
      {props.mayTakePart && <Own {...props} floor={floor} />}
      {props.isLeading && <Leading {...props} floor={floor} />}
    </section>
  );
}

function CircleText({ floor }: { floor: Floor }) {
  const { on, line } = floor;
  const [longest] = on;
  return (
    <>
      <strong>{on.length > 0 ? t('session.circle.on', { names: namesOf(on) }) : t('session.circle.empty')}</strong>{' '}
      {longest && isFull(floor) ? t('session.circle.full', { name: longest.name }) : t('session.circle.free')}{' '}
      {line.length > 0 && t('session.floor.line', { names: namesOf(line) })}
    </>
  );
}

function TalkText({ floor: { on, line } }: { floor: Floor }) {
  const [speaker] = on;
  return (
    <>
      {speaker && <strong>{t('session.talks.now', { name: speaker.name })}</strong>}{' '}
      {line.length > 0 ? t('session.talks.next', { names: namesOf(line) }) : t('session.talks.nobody')}
    </>
  );
}

const namesMax = 6;

type PartProps = Omit<FloorLineProps, 'view'> & { floor: Floor };

function Own({ store, floor, participantId, isLeading }: PartProps) {
  const isMe = ({ participant }: Floor['on'][number]) => participant === participantId;
  const isCircle = floor.form.kind === 'fishbowl';
  const me = [...floor.on, ...floor.line].find(isMe);
  if (!me) {
    const isFree = !isFull(floor);
    return (
      <Button look={isLeading ? 'quiet' : 'primary'} onClick={() => void store.send({ type: 'want-floor' })}>
        {isCircle ? (isFree ? t('session.circle.sit') : t('session.circle.wait')) : t('session.talks.sign')}
      </Button>
    );
  }
  const isOn = floor.on.some(isMe);
  const makesRoom = isCircle && isFull(floor) && floor.on.findIndex(isMe) === 0;
  return (
    <Button
      look={makesRoom || (isOn && !isCircle) ? 'primary' : 'secondary'}
      onClick={() => void store.send({ type: 'leave-floor', participant: me.participant })}
    >
      {isOn ? (isCircle ? t('session.circle.leave') : t('session.turns.done')) : t('session.floor.unsign')}
    </Button>
  );
}

function Leading({ store, floor }: PartProps) {
  const { form, on, line, turn } = floor;
  const [first] = on;
  const [next] = line;
  const go = (): void => void store.send({ type: 'next-on-floor', turn });
  return (
    <>
      {form.kind === 'talks' && next && (
        <Button look="primary" onClick={go}>
          {t('session.talks.call', { name: next.name })}
        </Button>
      )}
      {form.kind === 'talks' && first && !next && <Button onClick={go}>{t('session.talks.end')}</Button>}
      {form.kind === 'fishbowl' && first && isFull(floor) && (
        <Button onClick={go}>{t('session.circle.make-room', { name: first.name })}</Button>
      )}
      <Removing store={store} floor={floor} />
    </>
  );
}

/** Out of sight until it is wanted: there may be many names. */
function Removing({ store, floor: { form, on, line } }: Pick<PartProps, 'store' | 'floor'>) {
  const people = [...(form.kind === 'fishbowl' ? on : []), ...line];
  if (people.length === 0) return null;
  return (
    <details className={styles.removing}>
      <summary className={buttonClass('quiet')}>{t('session.floor.change')}</summary>
      <div className={styles.removable}>
        {people.map(({ participant, name }) => (
          <Button
            key={participant}
            icon={<X size={16} aria-hidden="true" />}
            aria-label={t('session.floor.remove', { name })}
            onClick={() => void store.send({ type: 'leave-floor', participant })}
          >
            {name}
          </Button>
        ))}
      </div>
    </details>
  );
}

/** The first of them; of many it says how many more there are. */
function namesOf(people: Floor['on']): string {
  const names = people
    .slice(0, namesMax)
    .map(({ name }) => name)
    .join(', ');
  const more = people.length - namesMax;
  return more > 0 ? t('session.floor.more', { names, count: more }) : names;
}
