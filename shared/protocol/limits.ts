// Every number that bounds something on the wire or in a board. Units stand last in the name.

export const limits = {
  /** One WebSocket frame, such as all that was done offline. A bigger one closes the connection with 1009. */
  frameBytesMax: 16 * 1024 * 1024,
  /** One frame from somebody who may only look: state vectors and their own presence. */
  viewerFrameBytesMax: 64 * 1024,
  /** One person's cold presence (awareness state) as JSON. */
  awarenessBytesMax: 16 * 1024,
  /** One person's hot presence (cursor, brush, view). */
  hotPresenceBytesMax: 1024,
  /** Hot presence is passed on at most this often. */
  hotPresenceTickMs: 50,
  /** After the first update, a busy connection gets at most one frame per window. */
  sendWindowMs: 16,
  /** y-websocket closes its socket when no data message arrived for 30 s. */
  keepAliveMs: 20_000,
  /** A socket that answers no ping for this long is dead. */
  socketSilentMs: 45_000,
  /** A reader further behind than this is closed with 1013 and resyncs. */
  sendBacklogBytesMax: 32 * 1024 * 1024,
  connectionsPerBoardMax: 600,
  /** A room with nobody in it leaves memory after this. */
  roomIdleMs: 30_000,
  /** Frames held while a room is loading. */
  inboxFramesMax: 256,
  inboxBytesMax: 32 * 1024 * 1024,
  /** Updates of one board that wait for the disk. Who sends more is closed with 1013 and keeps it. */
  unstoredBytesMax: 32 * 1024 * 1024,
  /** Presence of one socket: what is more than this is dropped. */
  coldPresencePerSecond: 10,
  coldPresenceBurst: 30,
  hotPresencePerSecond: 30,
  /** Questions of one socket whether both hold the same: what is more than this is dropped. */
  checksPerSecond: 1,
  checkBurst: 5,
  /** Of one record, into the comparison goes no more than so many parts, and letters or bytes. */
  digestPartsMax: 20_000,
  digestUnitsMax: 1_000_000,
  /** A page compares itself with the server this often. */
  checkEveryMs: 30_000,
  /** An append that fails is tried again this often while the room lives. */
  storageRetryMs: 2_000,
  /** A log longer than this is folded into a snapshot when the room goes idle. */
  logRowsBeforeSnapshot: 200,
  /** The same while people are still in the room. */
  logRowsBeforeLiveFold: 5_000,

  /** A device's own copy of a board. Opened, read or written later than this, it counts as not there. */
  offlineCopyWaitMs: 4_000,
  /** Where it could not be written, all of it is tried again after this. */
  offlineCopyRetryMs: 10_000,
  /** More rows than this are folded into one. */
  offlineCopyRowsMax: 1_000,
  /** A board opens from this device's copy when the server has not let the person in by then. */
  joinPatienceMs: 1_500,

  nameCharsMax: 40,
  titleCharsMax: 120,
  noteCharsMax: 2_000,
  /** JSON request bodies. */
  bodyBytesMax: 64 * 1024,
  /** Pictures that come with the wish for a report, as base64 in JSON. */
  reportBodyBytesMax: 24 * 1024 * 1024,
  reportPicturesMax: 60,
  /** A template file, and the request that brings it: as JSON inside JSON it may double. */
  templateCharsMax: 500_000,
  templateBodyBytesMax: 2 * 1024 * 1024,
  /** Parts of all its zones together: each is laid out. */
  templatePartsMax: 600,
  /** For whom a board is made. */
  peopleMax: 300,
  imageBytesMax: 10 * 1024 * 1024,
  imagePixelsMax: 40_000_000,
  imageSideMax: 16_384,
  assetsPerBoardMax: 2_000,
  assetBytesPerBoardMax: 500 * 1024 * 1024,
  participantsPerBoardMax: 2_000,

  shapesPerPageMax: 10_000,
  /** Selected ids shared with others. */
  selectionIdsMax: 200,
  /** Coordinates and sizes beyond this are not drawn. */
  coordinateMax: 1_000_000,
  /** The rich text of one shape, as JSON. */
  textCharsMax: 120_000,
  /** Names, titles, prompts, addresses, alternative texts. */
  labelCharsMax: 4_000,
  metaCharsMax: 4_000,
  /** Columns, rows, rings or sectors of a zone. */
  zonePartsMax: 60,
  /** A number in a field of a card. */
  figureMax: 1e15,
  /** Of a record. */
  idCharsMax: 200,
  /** The key that orders siblings; each step between two neighbours makes it longer. */
  indexCharsMax: 1_000,
  linePointsMax: 1_000,
  strokeSegmentsMax: 1_000,
  /** Shapes inside shapes inside shapes. */
  nestingMax: 50,
  /** A stroke is stored as base64 text: all its segments together. */
  inkCharsMax: 200_000,
  /** Pieces of a stroke that is being drawn; a longer one is sent whole. */
  inkChunksMax: 1_000,
  /** Records written in one update: a large import goes out in several, each well below a frame. */
  recordsPerUpdateMax: 500,
  /** The same, by the letters of their JSON. */
  charsPerUpdateMax: 1_000_000,
} as const;
