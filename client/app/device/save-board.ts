// A board as files to keep: its outline as Markdown, its records as JSON. From the server, where the canvas cannot give them.
import type { Joined, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { outlineMarkdown } from '../../outline/outline-markdown.ts';
import { call } from '../../sync/api.ts';
import { errorText } from '../../ui/messages/error-text.ts';
import { fileNameFrom, saveFile } from '../../ui/save-file.ts';
import { showToast } from '../../ui/toast-list.ts';

export function saveBoardText(outline: Pick<RouteResponse<'outline'>, 'title' | 'pages'>): void {
  const markdown = outlineMarkdown(outline);
  saveFile(fileNameFrom(outline.title, 'md'), new Blob([markdown], { type: 'text/markdown;charset=utf-8' }));
}

export function saveBoardData(title: string, records: readonly object[]): void {
  const json = JSON.stringify({ title, records }, null, 2);
  saveFile(fileNameFrom(title, 'json'), new Blob([json], { type: 'application/json' }));
}

/** What went wrong is said in a message, here and below. */
export async function fetchAndSaveText({ id, token }: Joined): Promise<void> {
  try {
    saveBoardText(await call('outline', { params: { id }, token }));
  } catch (error) {
    showToast('trouble', errorText(error));
  }
}

export async function fetchAndSaveData({ id, title, token }: Joined): Promise<void> {
  try {
    const { records } = await call('records', { params: { id }, token });
    saveBoardData(title, records);
  } catch (error) {
    showToast('trouble', errorText(error));
  }
}
