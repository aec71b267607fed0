// The report and the tables as they will leave, large, to be read, copied or downloaded.
import { reportOf } from '@commonboard/shared/domain/harvest/report.ts';
import { tableNamed } from '@commonboard/shared/domain/harvest/tables.ts';
import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { copyRich } from '../ui/copy-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { t } from '../ui/messages/t.ts';
import { documentFile, tableFiles, tableOf } from './board-files.ts';
import { copiedResult } from './copied-result.ts';
import { ReportView } from './report-view.tsx';
import { leavingBoard, type Gathered, type Leaving, type ResultChoice } from './result-choice.ts';
import styles from './results.module.css';
import type { ResultPorts } from './save-result.ts';
import { SavingWords } from './saving-words.tsx';
import { TableView } from './table-view.tsx';
import type { Saving } from './use-saving.ts';

interface PreviewDialogProps {
  gathered: Gathered;
  asked: ResultChoice;
  role: ResultPorts['role'];
  saving: Saving;
  /** Without a connection the report is a file that the page can make. */
  isOnline: boolean;
  onClose: () => void;
}

const report = 'report';

export function PreviewDialog({ gathered, asked, role, saving, isOnline, onClose }: PreviewDialogProps) {
  const [shown, setShown] = useState(report);
  const leaving = leavingBoard(gathered, role, asked);
  const files = tableFiles(leaving.exported, leaving.choice);
  const tableName = files.some(({ file }) => file === shown) ? tableOf(shown) : null;
  const file = tableName === null ? (isOnline ? documentFile : 'report.html') : shown;
  function copy(): void {
    saving.ask((chosen) => {
      const { html, text } = copiedResult(tableName, leavingBoard(gathered, role, chosen));
      void copyRich(html, text).then((isCopied) =>
        saving.say({
          isTrouble: !isCopied,
          text: isCopied ? t('results.copied') : t('results.not-copied'),
          leftOut: [],
        }),
      );
    });
  }
  return (
    <Dialog open size="full" title={t('results.preview')} onClose={onClose}>
      <div className={styles.tools}>
        <SelectField
          label={t('results.what')}
          value={tableName === null ? report : shown}
          options={[
            { value: report, label: t('results.report') },
            ...files.map(({ file: value, name }) => ({ value, label: name })),
          ]}
          onValue={setShown}
        />
        <Button icon={<Copy size={18} aria-hidden="true" />} onClick={copy}>
          {t('results.copy')}
        </Button>
        <Button
          look="primary"
          icon={<Download size={18} aria-hidden="true" />}
          disabled={saving.step !== null}
          onClick={() => saving.save(file)}
        >
          {t('results.download')}
        </Button>
      </div>
      <SavingWords {...saving} />
      <Shown tableName={tableName} leaving={leaving} />
    </Dialog>
  );
}

function Shown({ tableName, leaving: { exported, choice } }: { tableName: string | null; leaving: Leaving }) {
  const table = tableName === null ? null : tableNamed(tableName, exported, choice);
  return table ? <TableView table={table} /> : <ReportView blocks={reportOf(exported, choice.facts, choice).blocks} />;
}
