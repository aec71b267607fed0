// English: the export dialog.
import type { Messages } from './message.ts';

export const enExport = {
  'export.title': 'Export a picture',
  'export.scope': 'What',
  'export.scope.board': 'The whole board',
  'export.scope.page': 'The page “{name}”',
  'export.scope.selection': { one: 'The selection ({count} thing)', other: 'The selection ({count} things)' },
  'export.scope.zone': 'Zone: {title}',
  'export.name.selection': 'selection',
  'export.format': 'As',
  'export.scale': 'Size',
  'export.scale.times': '{times}x',
  'export.background': 'With background',
  'export.dark': 'Dark colours',
  'export.preview': 'Preview of the picture',
  'export.size': '{width} x {height} px',
  'export.too-large': '{width} x {height} px is more than a browser can draw. Choose a smaller size, a zone, or SVG.',
  'export.nothing': 'There is nothing to export yet.',
  'export.nothing-selected': 'Nothing is selected.',
  'export.save': 'Download',
  'export.busy': 'Drawing the picture',
  'export.saved': '{file} is in your downloads.',
  'export.saved-without': {
    one: '{file} is in your downloads. {count} picture is missing from it, since its file does not come from the server.',
    other:
      '{file} is in your downloads. {count} pictures are missing from it, since their files do not come from the server.',
  },
  'export.failed': 'The picture could not be drawn. Nothing was downloaded. Try a smaller size or a zone.',
} as const satisfies Messages;
