// The harvest: a short edit screen, a preview of the three packages, publishing after a question, and taking back.
import type { HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import type { HarvestAnswer } from '@commonboard/shared/protocol/harvest-routes.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { useKept } from '../ui/kept-state.ts';
import { momentText } from '../ui/messages/dates.ts';
import { t } from '../ui/messages/t.ts';
import { Waiting } from '../ui/spinner.tsx';
import { showToast } from '../ui/toast-list.ts';
import { HarvestForm } from './harvest-form.tsx';
import type { HarvestZone } from './harvest-zones.tsx';
import { HarvestPreviewView } from './harvest-preview.tsx';
import styles from './harvest.module.css';
import {
  type HarvestDraft,
  type HarvestPorts,
  type HarvestPreview,
  type Publishing,
  usePublishing,
} from './publishing.ts';
import { fileAddress } from './use-after-page.ts';
import { useHarvest } from './use-harvest.ts';
import { WordsOut } from './words-out.tsx';

interface HarvestDialogProps {
  ports: HarvestPorts;
  title: string;
  /** In the order of the agenda. */
  zones: readonly HarvestZone[];
  /** Ids of uploaded pictures, by the zones that hold them. */
  uploads: ReadonlyMap<string, ReadonlySet<string>>;
  /** All that is written on the board. */
  texts: readonly string[];
  /** Those that are closed. */
  rounds: readonly RoundView[];
  /** Everything is for who facilitates, and not for a deputy. */
  isFacilitator: boolean;
  onSee: () => void;
  onClose: () => void;
}

export function HarvestDialog(props: HarvestDialogProps) {
  const view = useHarvest(props.ports.store);
  useEndOfLeading(view, props.onClose);
  if (!view?.leads)
    return (
      <Dialog open onClose={props.onClose} title={t('harvest.title')}>
        <Waiting text={t('harvest.preview.busy')} />
      </Dialog>
    );
  return <Steps {...props} view={view} leads={view.leads} />;
}

/** Who leads no more is told so, and has no dialog. */
function useEndOfLeading(view: HarvestAnswer | null, onClose: () => void): void {
  const isOver = view !== null && view.leads === null;
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!isOver) return;
    showToast('trouble', t('harvest.not-leading'));
    close();
  }, [isOver]);
}

type Step =
  | { kind: 'edit' }
  | { kind: 'preview'; preview: HarvestPreview }
  | { kind: 'publish' }
  | { kind: 'take-back' };
type StepsProps = HarvestDialogProps & { view: HarvestAnswer; leads: NonNullable<HarvestAnswer['leads']> };

function Steps(props: StepsProps) {
  const { ports, view, leads, title, zones, uploads, texts, rounds, onClose } = props;
  // Who closes the dialog to look at the board finds what they have set up again.
  const { value: draft, set: setDraft } = useKept<HarvestDraft | null>(ports.store, 'harvest', () => null);
  const [step, setStep] = useState<Step>({ kind: 'edit' });
  const publishing = usePublishing(ports, {
    onKept: () => setDraft(null),
    onStale: () => draft && setDraft({ ...draft, revision: ports.store.view()?.revision ?? draft.revision }),
  });
  const wanted = draft ?? { edit: leads.edit, revision: view.revision };
  const { edit } = wanted;
  const change = (next: HarvestEdit): void => setDraft({ edit: next, revision: wanted.revision });
  const back = (): void => setStep({ kind: 'edit' });
  if (publishing.step) return <Busy step={publishing.step} onCancel={publishing.cancel} />;

  async function preview(): Promise<void> {
    const made = await publishing.preview(wanted);
    if (made) setStep({ kind: 'preview', preview: made });
  }
  switch (step.kind) {
    case 'publish':
      return (
        <Question title={t('harvest.confirm.title')} text={t('harvest.confirm.text')} onBack={back}>
          <Button
            look="primary"
            onClick={() => {
              back();
              void publishing.publish(wanted);
            }}
          >
            {t('harvest.publish')}
          </Button>
        </Question>
      );
    case 'take-back':
      return (
        <Question title={t('harvest.take-back.title')} text={t('harvest.take-back.text')} onBack={back}>
          <Button
            look="danger"
            onClick={() => {
              back();
              void publishing.takeBack();
            }}
          >
            {t('harvest.take-back')}
          </Button>
        </Question>
      );
    case 'preview':
      return (
        <Dialog open onClose={onClose} size="full" title={t('harvest.preview')}>
          <HarvestPreviewView preview={step.preview} />
          <DialogActions>
            <Button onClick={back}>{t('harvest.back')}</Button>
            <Button look="primary" onClick={() => setStep({ kind: 'publish' })}>
              {view.published ? t('harvest.again') : t('harvest.publish')}
            </Button>
          </DialogActions>
        </Dialog>
      );
    case 'edit':
      return (
        <Dialog
          open
          onClose={onClose}
          size="wide"
          title={t('harvest.title')}
          text={publishing.said ?? t('harvest.text')}
        >
          {view.published && <Packages {...props} onTakeBack={() => setStep({ kind: 'take-back' })} />}
          <h3 className={styles.heading}>{t('harvest.edit')}</h3>
          <HarvestForm {...{ edit, title, zones, uploads, rounds }} onEdit={change} />
          <Names {...leads} words={edit.words} texts={texts} onWords={(words) => change({ ...edit, words })} />
          <DialogActions>
            {draft && <Button onClick={() => setDraft(null)}>{t('harvest.draft.drop')}</Button>}
            <Button onClick={() => void preview()}>{t('harvest.preview')}</Button>
            <Button look="primary" onClick={() => setStep({ kind: 'publish' })}>
              {view.published ? t('harvest.again') : t('harvest.publish')}
            </Button>
          </DialogActions>
        </Dialog>
      );
  }
}

type NamesProps = StepsProps['leads'] & Parameters<typeof WordsOut>[0];

interface QuestionProps {
  title: string;
  text: string;
  onBack: () => void;
  children: React.ReactNode;
}

function Question({ title, text, onBack, children }: QuestionProps) {
  return (
    <Dialog open onClose={onBack} title={title} text={text}>
      <DialogActions>
        <Button onClick={onBack}>{t('harvest.back')}</Button>
        {children}
      </DialogActions>
    </Dialog>
  );
}

function Names({ people, agreed, ...words }: NamesProps) {
  const names = agreed.join(', ');
  return (
    <section className={styles.names}>
      <h3 className={styles.heading}>{t('harvest.names')}</h3>
      <p>
        {agreed.length === 0
          ? t('harvest.names.none')
          : t('harvest.names.some', { count: agreed.length, people, names })}
      </p>
      <WordsOut {...words} />
    </section>
  );
}

/** Closing it ends what goes on. */
function Busy({ step, onCancel }: { step: NonNullable<Publishing['step']>; onCancel: () => void }) {
  return (
    <Dialog open onClose={() => step.mayCancel && onCancel()} title={t('harvest.title')}>
      <Waiting text={step.words} />
      <DialogActions>
        <Button disabled={!step.mayCancel} onClick={onCancel}>
          {t('harvest.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const packageNames = {
  'funder.docx': 'harvest.file.funder.docx',
  'funder.html': 'harvest.file.funder.html',
  'facilitator.zip': 'harvest.file.facilitator.zip',
} as const;
const funderFiles = ['funder.docx', 'funder.html'] as const;

function Packages({ ports, view, isFacilitator, onSee, onTakeBack }: StepsProps & { onTakeBack: () => void }) {
  const { published, revision } = view;
  if (!published) return null;
  const files = [...funderFiles, ...(isFacilitator ? (['facilitator.zip'] as const) : [])];
  return (
    <section className={styles.packagesMade} aria-label={t('harvest.downloads')}>
      <p>{t('harvest.done', { when: momentText(published.at), name: published.by })}</p>
      <ul>
        {files.map((file) => (
          <li key={file}>
            <a href={fileAddress(ports.boardId, file, revision)} download>
              {t(packageNames[file])}
            </a>
          </li>
        ))}
      </ul>
      <div className={styles.packages}>
        <Button onClick={onSee}>{t('harvest.see')}</Button>
        <Button look="danger" onClick={onTakeBack}>
          {t('harvest.take-back')}
        </Button>
      </div>
    </section>
  );
}
