// English: the bar above the board.
import type { Messages } from './message.ts';

export const enBoard = {
  'board.home': 'All boards',
  'board.title.edit': 'Rename: {title}',
  'board.title.rename': 'Rename the board',
  'board.title.label': 'Title of the board',
  'board.share': 'Share',
  'board.export': 'Export',
  'board.save.saved': 'Saved',
  'board.save.saving': 'Saving {count}',
  'board.save.offline': { zero: 'Offline', other: 'Offline, {count} unsent' },
  'board.save.kept': { zero: 'Offline', other: 'Offline, {count} kept here' },
  'board.save.kept.some': 'Offline, {kept} of {all} kept here',
  'board.save.connecting': 'Connecting',
  'board.save.not-saving': 'Not saving',
  'board.save.view-only': 'Look only',
  'board.save.stopped': 'Canvas stopped',
  'board.save.saved.long': 'Everything is stored on the server.',
  'board.save.saving.long': {
    one: '{count} change is on its way to the server.',
    other: '{count} changes are on their way to the server.',
  },
  'board.save.offline.long':
    'No connection. Go on working: your changes stay in this page and are sent when the connection is back. Keep the page open.',
  'board.save.kept.long':
    'No connection. Go on working: what is kept on this device stays when you close the page, and is sent when the board is open here and the connection is back.',
  'board.save.kept.some.long':
    'No connection. Not all of your changes are on this device yet: keep the page open until they are. They are sent when the connection is back.',
  'board.save.connecting.long': 'The newest state of the board is being fetched from the server.',
  'board.save.not-saving.long':
    'The server cannot store anything just now. Your work stays in this page; keep it open, and tell the person who runs the server.',
  'board.save.view-only.long': 'Your link lets you look. Nothing on the board changes by what you do.',
  'board.save.stopped.long':
    'The canvas in this page has stopped, so nothing more can be drawn here. Open the board again to go on.',
  'board.people': { one: 'People: {count}, only you', other: 'People: {count}' },
  'board.people.more': '+{count}',
  'board.people.title': { one: '{count} person here', other: '{count} people here' },
  'board.people.you': 'You',
  'board.people.follow': 'Follow',
  'board.follow.label': 'You see what {name} sees',
  'board.follow.stop': 'Stop following',
} as const satisfies Messages;
