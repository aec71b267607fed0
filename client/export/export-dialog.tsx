// The export dialog: what, as what, how large; a preview; progress; and what was written.
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Editor } from 'tldraw';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './export-dialog.module.css';
import {
  fitsBrowser,
  pictureScales,
  pictureSize,
  type PictureFormat,
  type PictureOptions,
  type PictureScale,
  type PictureScope,
} from './export-picture.ts';
import { scopesOf } from './export-scopes.ts';
import { usePreview } from './use-preview.ts';
import { useSavePicture } from './use-save-picture.ts';

interface ExportDialogProps {
  editor: Editor;
  title: string;
  onClose: () => void;
}

export function ExportDialog({ editor, title, onClose }: ExportDialogProps) {
  const scopes = scopesOf(editor);
  const [scopeKey, setScopeKey] = useState(scopes[0]?.key ?? 'page');
  const [format, setFormat] = useState<PictureFormat>('png');
  const [scale, setScale] = useState<PictureScale>(2);
  const [background, setBackground] = useState(true);
  const [dark, setDark] = useState(false);
  const chosen = scopes.find((scope) => scope.key === scopeKey) ?? scopes[0];
  const options: PictureOptions = { scope: chosen?.scope ?? { kind: 'page' }, format, scale, background, dark };
  const preview = usePreview(editor, options);
  const saving = useSavePicture(editor, options, chosen?.name ?? title, title);
  return (
    <Dialog open size="wide" title={t('export.title')} onClose={onClose}>
      <div className={styles.body}>
        <Preview address={preview} background={background} />
        <div className={styles.choices}>
          <label className={styles.field}>
            {t('export.scope')}
            <select value={scopeKey} onChange={(event) => setScopeKey(event.target.value)}>
              {scopes.map((scope) => (
                <option key={scope.key} value={scope.key}>
                  {scope.label}
                </option>
              ))}
            </select>
          </label>
          <Choice
            name="format"
            legend={t('export.format')}
            values={['png', 'svg'] as const}
            value={format}
            label={(value) => value.toUpperCase()}
            onChange={setFormat}
          />
          <Choice
            name="scale"
            legend={t('export.scale')}
            values={pictureScales}
            value={scale}
            label={(value) => t('export.scale.times', { times: value })}
            onChange={setScale}
          />
          <label className={styles.check}>
            <input type="checkbox" checked={background} onChange={(event) => setBackground(event.target.checked)} />
            {t('export.background')}
          </label>
          <label className={styles.check}>
            <input type="checkbox" checked={dark} onChange={(event) => setDark(event.target.checked)} />
            {t('export.dark')}
          </label>
        </div>
      </div>
      <Outcome editor={editor} options={options} saving={saving} />
    </Dialog>
  );
}

function Outcome({
  editor,
  options,
  saving,
}: {
  editor: Editor;
  options: PictureOptions;
  saving: ReturnType<typeof useSavePicture>;
}) {
  const size = pictureSize(editor, options.scope, options.scale);
  const fits = size !== null && fitsBrowser(size, options.format);
  return (
    <div className={styles.foot}>
      <output className={styles.words}>{saving.words ?? sizeWords(size, options.scope, fits)}</output>
      <Button
        look="primary"
        disabled={!fits || saving.busy}
        icon={<Download size={18} aria-hidden="true" />}
        onClick={saving.start}
      >
        {saving.busy ? t('export.busy') : t('export.save')}
      </Button>
    </div>
  );
}

function sizeWords(size: ReturnType<typeof pictureSize>, scope: PictureScope, fits: boolean): string {
  if (!size) return scope.kind === 'selection' ? t('export.nothing-selected') : t('export.nothing');
  return fits ? t('export.size', size) : t('export.too-large', size);
}

function Preview({ address, background }: { address: string | null; background: boolean }) {
  return (
    <div className={styles.preview} data-background={background}>
      {address !== null && <img src={address} alt={t('export.preview')} />}
    </div>
  );
}

interface ChoiceProps<Value extends string | number> {
  name: string;
  legend: string;
  values: readonly Value[];
  value: Value;
  label: (value: Value) => string;
  onChange: (value: Value) => void;
}

function Choice<Value extends string | number>({ name, legend, values, value, label, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {values.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          <span>{label(option)}</span>
        </label>
      ))}
    </fieldset>
  );
}
