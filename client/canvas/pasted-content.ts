// What pasting and dropping does here: nothing is ever fetched from another origin. A link becomes a plain bookmark, a
// player is named by its link, a drawing given as SVG text is not taken, and the person is told.
import { AssetRecordType, getHashForString, type Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';

const titleCharsMax = 120;

export type Tell = (sentence: string) => void;

export function registerPastedContent(editor: Editor, tell: Tell): void {
  editor.registerExternalAssetHandler('url', async ({ url }) => {
    const { host, pathname, search } = new URL(url);
    return AssetRecordType.create({
      id: AssetRecordType.createId(getHashForString(url)),
      type: 'bookmark',
      props: {
        src: url,
        title: `${host}${pathname === '/' ? '' : pathname}${search}`.slice(0, titleCharsMax),
        description: '',
        image: '',
        favicon: '',
      },
      meta: {},
    });
  });
  editor.registerExternalContentHandler('svg-text', () => tell(t('canvas.paste.no-svg')));
  editor.registerExternalContentHandler('embed', ({ url, point }) => {
    tell(t('canvas.paste.no-embed'));
    void editor.putExternalContent({ type: 'url', url, ...(point && { point }) });
  });
}
