// Writing in a private round: what was promised, how much there is, one's own notes, and which of them are the best.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { isSilencedIn } from '../drafts/drafts-store.ts';
import { refusalText } from '../drafts/open-drafts.ts';
import { useDrafts } from '../drafts/use-drafts.ts';
import { Button } from '../ui/button.tsx';
import { tallyTexts } from '../ui/messages/drafts-text.ts';
import { t } from '../ui/messages/t.ts';
import { ownDrafts } from './own-notes.ts';
import type { PageSession } from './open-page-session.ts';
import { OwnPart } from './own-part.tsx';
import styles from './page.module.css';
import { leftIn, type PageRound } from './private-writing.ts';
import { TurnedAway } from './turned-away.tsx';
import { useEntries } from './use-page.ts';
import { WritePart } from './write-part.tsx';

interface PrivatePartProps {
  session: Pick<PageSession, 'drafts' | 'outbox'>;
  writing: PageRound;
  isPaused: boolean;
}

export function PrivatePart({ session: { drafts, outbox }, writing, isPaused }: PrivatePartProps) {
  const { store } = drafts;
  const state = useDrafts(store);
  const { counts, listed } = state;
  const notes = ownDrafts(listed.notes, useEntries(writing));
  const { isAnonymous, notesMax, best } = writing.round;
  const written = notes.length + listed.shown;
  const chosen = notes.filter((note) => note.isBest === true).length + listed.shown;
  const isFull = leftIn(writing, listed) === 0;
  const forBoard = useEntries({ outbox });
  const tally = counts?.round === writing.round.id ? counts : { people: 0, notes: 0 };
  const fullText = isFull ? t('drafts.enough', { count: notesMax }) : null;
  const silenced = isSilencedIn(state, writing.round) ? t('drafts.refused.silenced') : null;
  const whyNot = isPaused ? t('page.may.paused') : (silenced ?? fullText);
  return (
    <>
      <WritePart
        session={writing}
        zones={[]}
        usual={null}
        whyNot={whyNot}
        title={t('page.private')}
        charsMax={limits.draftCharsMax}
      >
        <p>{isAnonymous ? t('drafts.bar.anonymous') : t('drafts.bar.named')}</p>
        {isAnonymous && tally.people < limits.guessablePeople && <p className={styles.quiet}>{t('drafts.few')}</p>}
        <details>
          <summary>{t('drafts.about')}</summary>
          <p>{t('drafts.about.now')}</p>
          <p>{isAnonymous ? t('drafts.about.anonymous') : t('drafts.about.named')}</p>
          <p>{t('drafts.about.host')}</p>
        </details>
        <p className={styles.quiet} data-testid="tally">
          {t('drafts.count', tallyTexts(tally))} &middot; {t('drafts.own', { count: written, most: notesMax })}
          {best !== null && <> &middot; {t('drafts.best', { count: Math.min(chosen, best), most: best })}</>}
        </p>
        <TurnedAway drafts={drafts} outbox={outbox} entries={forBoard} isFrozen={whyNot !== null} />
      </WritePart>
      <OwnPart
        session={writing}
        notes={notes}
        isFrozen={isPaused}
        title={t('page.private.own')}
        whyRefused={refusalText}
        {...(best !== null && {
          best: { isFull: chosen >= best, choose: (id: string, isBest: boolean) => void store.choose(id, isBest) },
        })}
      >
        {!isAnonymous && listed.notes.length > 0 && (
          <Button look="quiet" onClick={() => void store.showOwn(writing.round)}>
            {t('drafts.show-own')}
          </Button>
        )}
      </OwnPart>
    </>
  );
}
