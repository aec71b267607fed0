// What the group takes away: a spreadsheet and a document first, every other file under "More", a preview, and the way in for
// lists and tables.
import { levelNames, type LevelPreset } from '@commonboard/shared/domain/views/level-names.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { ChevronRight, Download, Eye, FileSpreadsheet, FileText, Import, type LucideIcon, Sprout } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { documentFile, fileGroups, isEmptyBoard, workbookFile, type FileGroup } from './board-files.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { firstChoice, leavingBoard, type Gathered, type ResultChoice } from './result-choice.ts';
import styles from './results.module.css';
import type { ResultPorts } from './save-result.ts';
import { SavingWords, SensitiveQuestion } from './saving-words.tsx';
import { useSaving } from './use-saving.ts';

export interface ResultsPanelProps extends ResultPorts, Gathered {
  isOnline: boolean;
  hasUnsaved: boolean;
  /** Missing where this person may change nothing. */
  onIntake?: () => void;
  /** To what the group leaves with: for who leads. */
  onHarvest?: () => void;
  /** To what is published; missing where nothing is. */
  onResults?: () => void;
}

export function ResultsPanel({
  model,
  rounds,
  threads,
  isOnline,
  hasUnsaved,
  onIntake,
  onHarvest,
  onResults,
  ...ports
}: ResultsPanelProps) {
  const [asked, setAsked] = useState<ResultChoice>(firstChoice);
  const [isPreviewed, setPreviewed] = useState(false);
  const gathered = useMemo(() => ({ model, rounds, threads }), [model, rounds, threads]);
  const saving = useSaving(gathered, asked, ports);
  const { exported, choice } = useMemo(() => leavingBoard(gathered, ports.role, asked), [gathered, ports.role, asked]);
  const isEmpty = isEmptyBoard(exported);
  return (
    <section className={styles.panel} aria-label={t('results.title')}>
      <h2 className={styles.title}>{t('results.title')}</h2>
      <p className={styles.lead}>{isEmpty ? t('results.nothing') : t('results.lead')}</p>
      {onResults && (
        <Button wide onClick={onResults}>
          {t('harvest.see')}
        </Button>
      )}
      {!isEmpty && (
        <>
          {onHarvest && (
            <Offer
              sign={Sprout}
              goesOn
              name={t('harvest.open')}
              text={t('harvest.open.text')}
              disabled={!isOnline}
              onSave={onHarvest}
            />
          )}
          <Offer
            sign={FileSpreadsheet}
            name={t('results.workbook')}
            text={t('results.workbook.text')}
            disabled={!isOnline || saving.step !== null}
            onSave={() => saving.save(workbookFile)}
          />
          <Offer
            sign={FileText}
            name={t('results.document')}
            text={exported.redacted ? t('results.document.plain') : t('results.document.text')}
            disabled={!isOnline || saving.step !== null}
            onSave={() => saving.save(documentFile)}
          />
          {!isOnline && <p className={styles.warning}>{t('results.offline')}</p>}
          {isOnline && hasUnsaved && <p className={styles.warning}>{t('results.unsaved')}</p>}
          {!isPreviewed && <SavingWords {...saving} />}
          <Button wide icon={<Eye size={18} aria-hidden="true" />} onClick={() => setPreviewed(true)}>
            {t('results.preview')}
          </Button>
          <Choices model={model} role={ports.role} asked={asked} onAsked={setAsked} />
          <MoreFiles
            groups={fileGroups(exported, choice)}
            disabled={saving.step !== null}
            onSave={(file) => saving.save(file)}
          />
        </>
      )}
      {onIntake && (
        <Button wide icon={<Import size={18} aria-hidden="true" />} onClick={onIntake}>
          {t('results.intake')}
        </Button>
      )}
      {isPreviewed && (
        <PreviewDialog
          gathered={gathered}
          asked={asked}
          role={ports.role}
          saving={saving}
          isOnline={isOnline}
          onClose={() => setPreviewed(false)}
        />
      )}
      <SensitiveQuestion question={saving.question} />
    </section>
  );
}

interface OfferProps {
  sign: LucideIcon;
  name: string;
  text: string;
  disabled: boolean;
  /** Opens something; else it is saved at once. */
  goesOn?: boolean;
  onSave: () => void;
}

function Offer({ sign: Sign, name, text, disabled, goesOn = false, onSave }: OfferProps) {
  return (
    <button type="button" className={styles.offer} disabled={disabled} onClick={onSave}>
      <Sign size={28} aria-hidden="true" />
      <span>
        <span className={styles.offerName}>{name}</span>
        <span className={styles.offerText}>{text}</span>
      </span>
      {goesOn ? <ChevronRight size={18} aria-hidden="true" /> : <Download size={18} aria-hidden="true" />}
    </button>
  );
}

const presets = Object.keys(levelNames) as LevelPreset[];

interface ChoicesProps {
  model: BoardModel;
  role: ResultPorts['role'];
  asked: ResultChoice;
  onAsked: (asked: ResultChoice) => void;
}

function Choices({ model, role, asked, onAsked }: ChoicesProps) {
  const hasPeople = model.cards.some(({ kind, example }) => kind === 'person' && !example);
  const isRedacted = asked.redacted || role === 'view';
  return (
    <div className={styles.choices}>
      {role === 'view' ? (
        <p className={styles.quiet}>{t('results.form.viewer')}</p>
      ) : (
        <SelectField
          label={t('results.form')}
          value={asked.redacted ? 'redacted' : 'full'}
          options={[
            { value: 'full', label: t('results.form.full') },
            { value: 'redacted', label: t('results.form.redacted') },
          ]}
          onValue={(form) => onAsked({ ...asked, redacted: form === 'redacted' })}
        />
      )}
      {isRedacted && <p className={styles.quiet}>{t('results.redacted')}</p>}
      {role === 'facilitate' && hasPeople && !isRedacted && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={asked.people}
            onChange={({ target }) => onAsked({ ...asked, people: target.checked })}
          />
          {t('results.people')}
        </label>
      )}
      <SelectField
        label={t('results.levels')}
        value={asked.preset}
        options={presets.map((value) => ({ value, label: textIn(levelNames[value].title, locale) }))}
        onValue={(preset) => onAsked({ ...asked, preset })}
      />
    </div>
  );
}

interface MoreFilesProps {
  groups: readonly FileGroup[];
  disabled: boolean;
  onSave: (file: string) => void;
}

function MoreFiles({ groups, disabled, onSave }: MoreFilesProps) {
  return (
    <details className={styles.more}>
      <summary>{t('results.more')}</summary>
      {groups.map(({ name, files }) => (
        <section key={name}>
          <h3 className={styles.group}>{name}</h3>
          <ul className={styles.files}>
            {files.map(({ file, name: words }) => (
              <li key={file}>
                <button type="button" className={styles.file} disabled={disabled} onClick={() => onSave(file)}>
                  <span>
                    {words} <small>{file}</small>
                  </span>
                  <Download size={16} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
