// Thrown to whoever reads or edits a room that is being closed: it opens again in a moment.

export class RoomClosing extends Error {
  constructor() {
    super('The room is being closed.');
    this.name = 'RoomClosing';
  }
}
