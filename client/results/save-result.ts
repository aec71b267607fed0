// Makes one file and hands it to the downloads. Text files are made here, from what is on the canvas; the spreadsheet and the
// document come from the server.
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Editor } from 'tldraw';
import { modelNow } from '../canvas/live-model.ts';
import { callForFile } from '../sync/api.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { fileNameFrom, saveFile } from '../ui/save-file.ts';
import { documentFile, workbookFile, writeTextFile } from './board-files.ts';
import { leavingBoard, queryOf, type Gathered, type ResultChoice } from './result-choice.ts';
import { zonePictures, type ZoneDrawer } from './zone-pictures.ts';

/** What results need of the rest of the page. */
export interface ResultPorts {
  editor: Editor;
  boardId: BoardId;
  role: Role;
  withToken: <T>(work: (token: string) => Promise<T>) => Promise<T>;
  withDrawer: <T>(work: (drawer: ZoneDrawer) => Promise<T>) => Promise<T>;
}

export interface SavedFile {
  name: string;
  /** Sentences. */
  leftOut: readonly string[];
}

/** `what` is said while it goes on. */
type OnStep = (what: string) => void;

interface Making {
  content: Blob;
  leftOut: readonly string[];
}

/** Rejects with the signal's reason when cancelled, or with what kept it from being made. */
export async function saveResult(
  file: string,
  { gathered, asked, ports }: { gathered: Gathered; asked: ResultChoice; ports: ResultPorts },
  { signal, onStep }: { signal: AbortSignal; onStep: OnStep },
): Promise<SavedFile> {
  const { model } = gathered;
  const now = modelNow(ports.editor, model);
  const { exported, choice } = leavingBoard({ ...gathered, model: now }, ports.role, asked);
  const made = await make();
  signal.throwIfAborted();
  const name = fileNameFrom(`${model.title} - ${nameOf(file)}`, endingOf(file));
  saveFile(name, made.content);
  return { name, leftOut: [...exported.leftOut.map((sentence) => textIn(sentence, locale)), ...made.leftOut] };

  async function make(): Promise<Making> {
    if (file === workbookFile) return { content: await askServer(), leftOut: [] };
    if (file !== documentFile) return { content: writeTextFile(file, exported, choice), leftOut: [] };
    if (exported.redacted) return { content: await askServer(), leftOut: [t('results.left-out.redacted-pictures')] };
    const { pictures, leftOut } = await ports.withDrawer((drawer) =>
      zonePictures(drawer, now, exported, {
        onProgress: (done, count) => onStep(t('results.busy.pictures', { done, count })),
        signal,
      }),
    );
    if (pictures.length === 0) return { content: await askServer(), leftOut };
    onStep(t('results.busy.server'));
    const params = { id: ports.boardId, file };
    const content = await ports.withToken((token) =>
      callForFile('exportWithPictures', { params, token, body: { pictures }, signal }, queryOf(asked)),
    );
    return { content, leftOut };
  }

  function askServer(): Promise<Blob> {
    onStep(t('results.busy.server'));
    const params = { id: ports.boardId, file };
    return ports.withToken((token) => callForFile('exportFile', { params, token, signal }, queryOf(asked)));
  }
}

function nameOf(file: string): string {
  return file.slice(0, file.lastIndexOf('.'));
}

function endingOf(file: string): string {
  return file.slice(file.lastIndexOf('.') + 1);
}
