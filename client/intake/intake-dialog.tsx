// Brings in lists and tables: paste or choose, look at what would change, then all of it in one step.
import { kindNames, kindOf, isKind, type Kind } from '@commonboard/shared/domain/kinds.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { isZone, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Editor, TLShape, TLShapeId } from 'tldraw';
import { selectedZone } from '../canvas/selected-zone.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { SelectField, TextArea } from '../ui/form-fields.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { fileBytesMax, fileText } from './file-text.ts';
import { IntakePreview } from './intake-preview.tsx';
import styles from './intake.module.css';
import { tellWritten } from './tell-written.ts';
import { useIntake, type IntakeState, type Source } from './use-intake.ts';
import type { writeIntake } from './write-intake.ts';

/** What it begins with. */
export interface IntakeStart {
  files?: readonly File[];
  text?: string;
  /** The shape that the text was pasted as, as it was then. */
  replaces?: TLShape | null;
}

interface IntakeDialogProps {
  editor: Editor;
  start: IntakeStart;
  onValues: Parameters<typeof writeIntake>[2]['onValues'];
  onClose: () => void;
}

const anyKind = 'any';
const onPage = 'page';

export function IntakeDialog({ editor, start, onValues, onClose }: IntakeDialogProps) {
  const zones = editor.getCurrentPageShapesSorted().filter(isZone);
  const [text, setText] = useState(start.text ?? '');
  const [files, setFiles] = useState<readonly Source[]>([]);
  const [kind, setKind] = useState<Kind | null>(null);
  const [zoneId, setZoneId] = useState<TLShapeId | null>(() => selectedZone(editor));
  const run = useIntake(editor, (written) => {
    onClose();
    tellWritten(editor, written);
  });
  const { state } = run;
  const isBusy = state.step === 'reading' || state.step === 'writing';

  function read(sources: readonly Source[], saidKind: Kind | null, into: TLShapeId | null): void {
    if (sources.length > 0) run.read(sources, saidKind ?? kindOfZone(zones, into));
  }
  async function take(chosen: readonly File[]): Promise<void> {
    const read_: Source[] = [];
    for (const file of chosen) {
      if (file.size > fileBytesMax) return run.say(t('intake.too-large', { name: file.name }));
      try {
        read_.push({ name: file.name, text: await fileText(file) });
      } catch {
        return run.say(t('intake.unreadable', { name: file.name }));
      }
    }
    setFiles(read_);
    setText('');
    read(read_, kind, zoneId);
  }
  useStart(() => {
    if (start.files) void take(start.files);
    else if (start.text !== undefined) read(sourcesOf(start.text, []), kind, zoneId);
  });
  const sources = sourcesOf(text, files);
  const again = (nextKind: Kind | null, into: TLShapeId | null): void => {
    if (state.step === 'read') read(sources, nextKind, into);
  };
  return (
    <Dialog open size="full" title={t('intake.title')} text={t('intake.lead')} onClose={onClose}>
      <div className={styles.ways}>
        <TextArea
          label={t('intake.paste')}
          placeholder={t('intake.paste.example')}
          rows={4}
          value={text}
          disabled={isBusy}
          onText={(next) => {
            setText(next);
            setFiles([]);
            run.forget();
          }}
        />
        <FileField names={files.map(({ name }) => name)} disabled={isBusy} onFiles={(chosen) => void take(chosen)} />
      </div>
      <div className={styles.choices}>
        <SelectField
          label={t('intake.kind')}
          value={kind ?? anyKind}
          options={[{ value: anyKind, label: t('intake.kind.any') }, ...kindOptions]}
          onValue={(value) => {
            const next = isKind(value) ? value : null;
            setKind(next);
            again(next, zoneId);
          }}
        />
        <SelectField
          label={t('intake.into')}
          value={zoneId ?? onPage}
          options={[{ value: onPage, label: t('intake.into.page') }, ...zones.map(zoneOption)]}
          onValue={(value) => {
            const next = zones.find(({ id }) => id === value)?.id ?? null;
            setZoneId(next);
            again(kind, next);
          }}
        />
      </div>
      {zoneId !== null && <p className={styles.quiet}>{t('intake.into.hint')}</p>}
      <Progress state={state} onCancel={run.cancel} />
      {state.step === 'read' && <IntakePreview {...state} />}
      <Foot
        editor={editor}
        state={state}
        canRead={sources.length > 0}
        onRead={() => read(sources, kind, zoneId)}
        onBring={() => run.write({ into: { zoneId }, replaces: start.replaces ?? null, onValues })}
      />
    </Dialog>
  );
}

interface FootProps {
  editor: Editor;
  state: IntakeState;
  canRead: boolean;
  onRead: () => void;
  onBring: () => void;
}

function Foot({ editor, state, canRead, onRead, onBring }: FootProps) {
  if (state.step === 'reading' || state.step === 'writing') return null;
  if (state.step === 'empty')
    return (
      <DialogActions>
        <Button look="primary" disabled={!canRead} onClick={onRead}>
          {t('intake.preview')}
        </Button>
      </DialogActions>
    );
  const { cards, links } = state.intake;
  const count = [...cards, ...links].filter(({ match }) => match === null).length;
  const changes = [...cards, ...links].some(({ match, changes: names }) => match === null || names.length > 0);
  const room = limits.shapesPerPageMax - editor.getCurrentPageShapeIds().size;
  return (
    <DialogActions>
      {count > room && (
        <p className={styles.noRoom} role="alert">
          {t('intake.no-room', { most: limits.shapesPerPageMax, room, count })}
        </p>
      )}
      <Button look="primary" disabled={!changes || count > room} onClick={onBring}>
        {t('intake.bring')}
      </Button>
    </DialogActions>
  );
}

function Progress({ state, onCancel }: { state: IntakeState; onCancel: () => void }) {
  if (state.step === 'empty') return <output className={styles.quiet}>{state.words}</output>;
  if (state.step === 'read') return null;
  const words = state.step === 'reading' ? t('intake.reading') : t('intake.writing');
  return (
    <div className={styles.progress}>
      <label>
        {words}
        <progress max={1} value={state.share} />
      </label>
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
    </div>
  );
}

interface FileFieldProps {
  names: readonly string[];
  disabled: boolean;
  onFiles: (files: readonly File[]) => void;
}

function FileField({ names, disabled, onFiles }: FileFieldProps) {
  return (
    <div className={styles.files}>
      <label className={buttonClass('secondary')}>
        <FileUp size={18} aria-hidden="true" />
        {t('intake.files')}
        <input
          type="file"
          className={styles.input}
          multiple
          accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
          disabled={disabled}
          onChange={({ target }) => {
            const chosen = [...(target.files ?? [])];
            // The same file may be chosen again when it was put right.
            target.value = '';
            if (chosen.length > 0) onFiles(chosen);
          }}
        />
      </label>
      <p className={styles.quiet}>
        {names.length > 0 ? t('intake.chosen', { names: names.join(', ') }) : t('intake.files.hint')}
      </p>
    </div>
  );
}

const kindOptions = kindNames.map((kind) => ({ value: kind, label: textIn(kindOf(kind).label, locale) }));

function zoneOption({ id, props }: ZoneShape): { value: string; label: string } {
  return { value: id, label: t('intake.into.zone', { title: props.title || t('intake.untitled-zone') }) };
}

function sourcesOf(text: string, files: readonly Source[]): readonly Source[] {
  return text.trim() === '' ? files : [{ name: '', text }];
}

function kindOfZone(zones: readonly ZoneShape[], id: TLShapeId | null): Kind | null {
  const kind = zones.find((zone) => zone.id === id)?.props.kind;
  return kind !== undefined && isKind(kind) ? kind : null;
}

/** Once, when the dialog opens. */
function useStart(begin: () => void): void {
  const first = useRef<(() => void) | null>(begin);
  useEffect(() => {
    first.current?.();
    first.current = null;
  }, []);
}
