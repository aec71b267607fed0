// English: private rounds: writing where nobody else sees it, and showing all of it.
import type { Messages } from './message.ts';

export const enDrafts = {
  'drafts.mark': 'Only you see this',
  'drafts.best.mark': 'Choose this one',
  'drafts.best.marked': 'Chosen',
  'drafts.only-notes': 'While people write in private only notes, cards and texts can be made.',
  'drafts.enough': {
    one: 'In this round each person writes one note.',
    other: 'In this round each person writes {count} notes at most.',
  },

  'drafts.bar': 'Private round',
  'drafts.bar.anonymous': 'Write in private. Notes are shown all at once, without names.',
  'drafts.bar.named': 'Write in private. Notes are shown with the name of who wrote them.',
  'drafts.people': { one: 'one person', other: '{count} people' },
  'drafts.notes': { one: 'one note', other: '{count} notes' },
  'drafts.count': 'So far: {people}, {notes}',
  'drafts.own': 'You: {count} of {most}',
  'drafts.own.saving': 'Saving your notes…',
  'drafts.held': {
    one: 'One more is on this device only: the round takes no more notes of you.',
    other: '{count} more are on this device only: the round takes no more notes of you.',
  },
  'drafts.best': 'Choose your best: {count} of {most}. The others are not kept.',
  'drafts.person': 'Show one person’s notes',
  'drafts.person.text':
    'They go onto the board at once, with the name, before the notes of the others. This cannot be undone. The person can go on writing.',
  'drafts.person.who': 'Whose notes',
  'drafts.person.choose': 'Choose a person',
  'drafts.person.do': 'Show them now',
  'drafts.person.done': 'All that {name} has written so far is on the board.',
  'drafts.shown': { one: '{count} note is on the board now.', other: '{count} notes are on the board now.' },
  'drafts.shown.go': 'Show me',
  'drafts.few': 'With fewer than five people, others may guess who wrote what.',
  'drafts.about': 'Who can see this?',
  'drafts.about.now':
    'Until the notes are shown, nobody else gets your words: not the facilitators, not in exports, earlier versions or logs. Others see how many people and notes there are.',
  'drafts.about.anonymous':
    'When they are shown, the server writes them anew, in one colour and drawn by lot. Nothing on the board says whose they are, and you cannot change yours any more. How you write may still tell.',
  'drafts.about.named': 'When they are shown, each note carries the name of who wrote it.',
  'drafts.about.host':
    'Whoever runs this server could read the notes and their writers on its disk until they are shown, and in backups made meanwhile. So that a note can be removed and its author silenced, the server’s memory knows whose it was for a quarter of an hour more.',
  'drafts.show-own': 'Show mine now',
  'drafts.lead': 'Round',
  'drafts.reveal': 'Show all notes',
  'drafts.cancel': 'Cancel: everybody keeps their own',
  'drafts.cancel.ask':
    'Cancel the private round? Nothing is shown. Each person finds their notes again, and would have to put them on the board one by one.',
  'drafts.cancel.do': 'Cancel the round',
  'drafts.limit': 'Notes for each person',
  'drafts.best.limit': 'Best of each person',
  'drafts.best.all': 'All of them',

  'drafts.start': 'Private round',
  'drafts.start.lead': 'People write where nobody else sees it, until you show all of it.',
  'drafts.start.names': 'Names',
  'drafts.start.anonymous': 'Anonymous: notes carry no names',
  'drafts.start.named': 'With names',
  'drafts.start.fixed': 'This is announced now and cannot be changed while people write.',
  'drafts.start.zone': 'Notes go to',
  'drafts.start.page': 'The page, under everything',
  'drafts.start.untitled': 'Zone without a title',
  'drafts.start.do': 'Open the round',

  'drafts.late': {
    one: 'One of your notes did not reach the server before the notes were shown.',
    other: '{count} of your notes did not reach the server before the notes were shown.',
  },
  'drafts.late.few':
    'They go in with those of others who were late. If only few were, others may guess that they are yours.',
  'drafts.late.hand-in': 'Hand them in',
  'drafts.late.drop': 'Throw away',
  'drafts.late.drop.ask': {
    one: 'Throw this note away? It is on this device only.',
    other: 'Throw these {count} notes away? They are on this device only.',
  },
  'drafts.late.waiting': 'Came late: {people}, {notes}.',
  'drafts.late.put-in': 'Put them in',

  'drafts.kept': {
    one: 'You have a note from a private round that was cancelled. Only you see it.',
    other: 'You have {count} notes from a private round that was cancelled. Only you see them.',
  },
  'drafts.kept.show': 'Look at them',
  'drafts.kept.title': 'Your notes',
  'drafts.kept.put-in': 'Put on the board',
  'drafts.kept.remove': 'Throw away',

  'drafts.silence': 'Remove and silence its author',
  'drafts.silence.done':
    'The note is removed. Nothing more is taken from its author in anonymous rounds; under their name they can go on writing.',
  'drafts.silence.removed':
    'The note is removed. Whose it was is not known any more, so its author can go on writing in anonymous rounds.',

  'drafts.refused.not-leading': 'Only facilitators can do this.',
  'drafts.refused.not-taking-part': 'Your link lets you look, not take part.',
  'drafts.refused.no-round': 'There is no private round just now.',
  'drafts.refused.not-revealed': 'The notes of this round are not shown yet. Try again in a moment.',
  'drafts.refused.no-draft': 'This note is not there any more.',
  'drafts.refused.has-maker': 'This note is not from an anonymous round. Remove it like any other.',
  'drafts.refused.anonymous': 'This round is anonymous: all notes are shown at once.',
  'drafts.refused.too-many': 'These are more notes than this private round takes from one person.',
  'drafts.refused.silenced': 'A facilitator has removed a note of yours. What you write is not put in any more.',
} as const satisfies Messages;
