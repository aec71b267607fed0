// Opens a template file that somebody saved: chosen, or dropped here. What is wrong with it is said in sentences.
import { CircleAlert, FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './open-file.module.css';

interface OpenFileProps {
  isBusy: boolean;
  isBlocked: boolean;
  /** Gives what is wrong with the file; nothing where a board was made. */
  onOpen: (text: string) => Promise<readonly string[]>;
}

export function OpenFile({ isBusy, isBlocked, onOpen }: OpenFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isOver, setOver] = useState(false);
  async function open(file: File | undefined): Promise<void> {
    if (!file || isBlocked) return;
    setProblems([]);
    setProblems(await problemsOf(file, onOpen));
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void open(event.dataTransfer.files[0]);
  }
  return (
    <div
      className={styles.place}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={styles.words}>{t('templates.file.text')}</p>
      <Button
        icon={<FileUp size={18} aria-hidden="true" />}
        busy={isBusy}
        disabled={isBlocked}
        onClick={() => input.current?.click()}
      >
        {t('templates.file.open')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t('templates.file.open')}
        hidden
        onChange={({ target }) => {
          void open(target.files?.[0]);
          // The same file again, once it has been mended.
          target.value = '';
        }}
      />
      {problems.length > 0 && <Problems said={problems} />}
    </div>
  );
}

function Problems({ said }: { said: readonly string[] }) {
  return (
    <div className={styles.problems} role="alert">
      <p className={styles.problemsTitle}>
        <CircleAlert size={16} aria-hidden="true" />
        {t('templates.file.problems')}
      </p>
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

async function problemsOf(file: File, onOpen: OpenFileProps['onOpen']): Promise<readonly string[]> {
  if (file.size > limits.templateCharsMax * 2) return [t('templates.file.too-large')];
  try {
    return await onOpen(await file.text());
  } catch {
    // It was moved or deleted after it was chosen.
    return [t('templates.file.unreadable')];
  }
}
