// English: a board without the canvas.
import type { Messages } from './message.ts';

export const enPage = {
  'page.open': 'Open without the canvas',
  'page.open.text': 'For phones, weak connections and screen readers: read, write, vote and raise your hand.',
  'page.canvas': 'Open the board with its canvas',

  'page.now': 'Now',
  'page.now.none': 'No session is running. You can read the board and write notes.',
  'page.now.over': 'The session has ended. You can still read the board.',
  'page.may.write': 'You can write notes, and change your own.',
  'page.may.look': 'Your link lets you look.',
  'page.may.private': 'People write in private now, where nobody else sees it. What is on the board stays as it is.',
  'page.may.paused': 'A facilitator has paused the board. You can read and vote; writing goes on later.',
  'page.shown': 'The facilitator shows “{zone}”.',
  'page.shown.go': 'Go there',

  'page.write': 'Write a note',
  'page.write.text': 'Your note',
  'page.write.zone': 'Where it goes',
  'page.write.nowhere': 'On the board, in no zone',
  'page.write.untitled': 'Zone without a title',
  'page.write.add': 'Add the note',
  'page.write.empty': 'Write something first.',
  'page.write.full': 'So many of your changes wait to be sent that no more fit. Wait until the connection is back.',

  'page.own': 'My notes',
  'page.own.none': 'What you write stands here, and you can change it.',
  'page.own.in': 'in {zone}',
  'page.own.change': 'Change',
  'page.own.change-what': 'Change “{note}”',
  'page.own.remove': 'Remove',
  'page.own.remove-what': 'Remove “{note}”',
  'page.own.save': 'Save',
  'page.own.cancel': 'Leave it as it was',
  'page.own.words': 'Words of the note',
  'page.own.again': 'Try again',
  'page.own.drop': 'Let it go',
  'page.own.state.saved': 'Saved',
  'page.own.state.sending': 'Being sent',
  'page.own.state.kept': 'Kept on this device, not sent yet',
  'page.own.state.here': 'Only in this page, not sent yet',
  'page.own.state.removing': 'Being removed',

  'page.private': 'Write in private',
  'page.private.own': 'My private notes',
  'page.private.choose-what': 'Choose “{note}” as one of your best',
  'page.private.came': {
    one: 'A private round has begun. This note is not on the board. Send it to put it into the round.',
    other: 'A private round has begun. These notes are not on the board. Send them to put them into the round.',
  },
  'page.private.take-in': 'Put it into the round',
  'page.private.take-in-what': 'Put it into the round: “{note}”',
  'page.private.after': 'After the private round',
  'page.private.showing': {
    one: 'Your note is being put on the board.',
    other: 'Your {count} notes are being put on the board.',
  },
  'page.private.shown.anonymous': {
    one: 'Your note is on the board now, without your name.',
    other: 'Your {count} notes are on the board now, without your name.',
  },
  'page.private.shown.named': {
    one: 'Your note is on the board now, with your name.',
    other: 'Your {count} notes are on the board now, with your name.',
  },
  'page.private.put-in-what': 'Put “{note}” on the board',
  'page.private.remove-what': 'Throw “{note}” away',

  'page.read': 'Read the board',
  'page.read.loading': 'Fetching the board',
  'page.read.field': '{label}: {value}',

  'page.votes': 'Results of votes',

  'page.save.refused': {
    one: '{count} note was not taken. See “My notes”.',
    other: '{count} notes were not taken. See “My notes”.',
  },

  'page.said.step': 'Now: {step}.',
  'page.said.question': 'Now: {step}. {question}',
  'page.said.ended': 'The session has ended.',
  'page.said.ready': 'The facilitator asks who is ready.',
  'page.said.vote': 'A vote is open: {question}',
  'page.said.closed': 'The vote is closed: {question}',
  'page.said.private.anonymous': 'Write in private now. Notes are shown all at once, without names.',
  'page.said.private.named': 'Write in private now. Notes are shown with names.',
  'page.said.shown': 'The notes of the private round are on the board.',
  'page.said.cancelled': 'The private round is cancelled. You keep your notes.',
  'page.said.paused': 'A facilitator has paused the board.',
  'page.said.resumed': 'The board goes on.',
} as const satisfies Messages;
