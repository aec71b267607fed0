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
  /** With more people than this, each hears only of those near, and less often; never of more than so many at once. */
  hotPresenceCrowd: 40,
  hotPresenceNearMax: 50,
  /** After the first update, a busy connection gets at most one frame per window. */
  sendWindowMs: 16,
  /** After a window with more updates than `busyWindowUpdates`: fewer frames, each with more in it. */
  busySendWindowMs: 25,
  busyWindowUpdates: 16,
  /** With more writers than this in one window, all get the same frame: echoing is cheaper than merging for each. */
  ownFramesMax: 4,
  /** Larger ones are applied at once; so are all, when they are more together. */
  gatheredUpdateBytesMax: 512,
  gatheredBytesMax: 16 * 1024,
  /** Of one kind of event. */
  logLinesBurst: 20,
  logLinesPerSecond: 0.2,
  /** What is missing is asked of the other servers at most so often. */
  busAskAgainMs: 5_000,
  /** After the first row, a busy board is stored at most once per window. */
  storeWindowMs: 100,
  /** A connection is told at most so often what is durable. */
  settledWindowMs: 100,
  /** Of a larger update only what was new is passed on: Yjs has to write that anew. */
  updateAsSentBytesMax: 4 * 1024,
  /** y-websocket closes its socket when no data message arrived for 30 s. */
  keepAliveMs: 20_000,
  /** A socket that answers no ping for this long is dead. */
  socketSilentMs: 45_000,
  /** A reader further behind than this gets no updates for a while, and then all of them in one. */
  laggardBytes: 1024 * 1024,
  /** Who has not read that much after so long is closed with 1013. */
  laggardMsMax: 30_000,
  /** A reader further behind than this is closed with 1013 at once and resyncs. */
  sendBacklogBytesMax: 32 * 1024 * 1024,
  /** What one update may hold: some 20 ms of work. The largest that a page writes has fewer parts. */
  structsPerUpdateMax: 10_000,
  valuesPerUpdateMax: 100_000,
  deletedRangesPerUpdateMax: 50_000,
  /** What the answer to step 1 may hold: all that was ever done on a board of 20,000 records fits. */
  structsPerStep2Max: 100_000,
  valuesPerStep2Max: 1_000_000,
  deletedRangesPerStep2Max: 500_000,
  clientsPerFrameMax: 20_000,
  /** The whole of a board: with more, nothing new is taken. Some 120 MB of memory. */
  boardStructsMax: 500_000,
  boardBytesMax: 64 * 1024 * 1024,
  /** One text, such as all letters that were typed in a row. */
  textBytesMax: 4 * 1024 * 1024,
  /** Of the names of parts: keys of records, attributes, elements. */
  keyBytesMax: 400,
  /** An attribute of letters, as JSON. */
  jsonBytesMax: 32 * 1024,
  /** Lists in objects in lists, in one value. */
  valueDepthMax: 32,
  /** Types in types, inside a record: a text with lists is some deep. */
  typeNestingMax: 100,
  /** Looking from letter to letter, of one update, whether what it brings stands where it says. */
  orderStepsMax: 2_000_000,
  /** Client ids that a board knows the writer of, and how many one participant may count under. */
  clientIdsPerBoardMax: 20_000,
  clientIdsPerParticipantMax: 200,
  /** What one participant may bring of others, under ids that the board does not know, after the server's start. */
  broughtIdsPerParticipantMax: 1_000,
  /** So long after its start the server takes what people bring of others: they may have heard it before a power cut. */
  broughtByOthersMs: 15 * 60_000,
  /** Past these a socket is not read for a while; nothing is lost. */
  framesPerSecond: 300,
  framesBurst: 3_000,
  frameBytesPerSecond: 4 * 1024 * 1024,
  frameBytesBurst: 64 * 1024 * 1024,
  /** Comparisons that finding the places of one update may take: about half a second. */
  placingWorkMax: 1_000_000,
  /** How long its frames may keep the server busy. */
  frameWorkMsPerSecond: 200,
  frameWorkMsBurst: 3_000,
  step1PerSecond: 0.5,
  step1Burst: 5,
  /** Updates of one socket that may wait for its step 2; who sends more of them is refused. */
  gapsPerSecond: 0.5,
  gapsBurst: 5,
  heldFramesMax: 500,
  /** Sockets of one board; the last of them are for facilitators. */
  connectionsPerBoardMax: 600,
  placesForFacilitators: 20,
  /** Of one person: tabs, devices, and connections that are dead and do not know it yet. */
  socketsPerParticipantMax: 16,
  /** Connections that one person opens. Each that was closed for what nobody can read counts as so many more. */
  entriesBurst: 60,
  entriesPerSecond: 1,
  entriesForUnreadable: 10,
  /** So long, or up to twice that, a connection with a frame that cannot be read, or one too many, is kept waiting before it is closed. */
  unreadableWaitMs: 250,
  /** A room with nobody in it leaves memory after this. */
  roomIdleMs: 30_000,
  /** Frames of one socket, or of other servers, held while a room is loading. */
  inboxFramesMax: 256,
  /** The same of all sockets of a board. */
  inboxAllFramesMax: 8_192,
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

  /** While a board changes, a version of it is kept this often. */
  versionEveryMs: 3_600_000,
  /** Automatic versions: all of the last day are kept by the hour, of the last month by the day, then by the week. */
  hourlyVersionsMs: 24 * 3_600_000,
  dailyVersionsMs: 30 * 24 * 3_600_000,
  versionsPerBoardMax: 250,
  versionBytesPerBoardMax: 256 * 1024 * 1024,
  /** Of these, what people have given a name: it stays until a facilitator takes it away. */
  namedVersionsMax: 100,
  namedVersionBytesMax: 192 * 1024 * 1024,
  versionNameCharsMax: 80,
  versionPictureBytesMax: 1024 * 1024,
  /** Of what people delete, the newest, so that it can be brought back. */
  deletedRecordsMax: 2_000,
  deletedCharsMax: 20 * 1024 * 1024,
  deletedKeptMs: 30 * 24 * 3_600_000,
  /** Brought back at once, and the request that names them. */
  broughtBackMax: 500,
  broughtBackBodyBytesMax: 256 * 1024,

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
  /** What somebody began from who changes a note over HTTP; it may be longer where it was written on the canvas. */
  noteWasCharsMax: 20_000,
  /** JSON request bodies. */
  bodyBytesMax: 64 * 1024,
  /** Pictures that come with the wish for a report, as base64 in JSON. */
  reportBodyBytesMax: 24 * 1024 * 1024,
  /** Of all callers together, from the first byte to the answer. */
  heldBodiesBytesMax: 256 * 1024 * 1024,
  reportPicturesMax: 60,
  /** Exports are made one at a time; more than these do not wait. One that takes longer is given up. */
  exportsWaitingMax: 30,
  exportMsMax: 60_000,
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
  /** Of them, how many may wait to be let in; and from one network, such as a venue of three hundred. */
  waitingPerBoardMax: 1_000,
  waitingPerNetworkMax: 350,
  /** Who waits and has not asked for so long gives up the place to another. */
  waitingSilentMs: 60_000,
  passcodeCharsMin: 4,
  passcodeCharsMax: 200,
  /** How long a short code is open where nobody says otherwise, and at most. */
  shortCodeMinutes: 120,
  shortCodeMinutesMax: 1_440,
  /** A code to go on on another device is good for so long; so many are kept, and of more the oldest go. */
  pairingMs: 5 * 60_000,
  pairingsMax: 10_000,
  /** Digits of a short code: with so many, and few tries, guessing leads nowhere. */
  shortCodeDigits: 8,
  /** Wrong codes, of all people together, while one is open: then it is closed. A guess is right once in a thousand codes. */
  shortCodeWrongMax: 100_000,
  /** A page that waits to be let in asks this often. */
  waitingAskMs: 2_000,

  /** Steps of an agenda, and what each says. */
  phasesMax: 60,
  phaseIdCharsMax: 80,
  phaseTitleCharsMax: 120,
  phaseQuestionCharsMax: 600,
  phaseNoteCharsMax: 2_000,
  phaseMinutesMax: 600,
  timerMsMax: 24 * 3_600_000,
  /** Before what cannot be undone. */
  countdownMs: 5_000,
  /** What was to happen while the server was away happens late, or, after this, not at all. */
  countdownLateMsMax: 60_000,
  handsMax: 300,
  /** Commands of a session that are known by their id, so that none acts twice. */
  commandsKept: 200,
  /** Commands of one board that wait for the disk. */
  commandsWaitingMax: 400,
  commandsPerSecond: 4,
  commandsBurst: 40,
  /** While a session changes, everybody hears of it at most this often. */
  sessionPushMs: 100,
  /** Sessions in memory that nobody is in. */
  restingSessionsMax: 1_000,
  /** Facilitators hear of who removes so many things within this time. */
  manyRemoved: 10,
  manyRemovedMs: 10_000,
  /** Said at the cursor. */
  chatCharsMax: 80,
  /** Reactions of one person: what is more is not passed on. */
  reactionsPerSecond: 1,
  reactionsBurst: 4,
  /** Without a facilitator for so long, a deputy may take over. */
  leaderlessMs: 60_000,
  /** What a group leaves with: the words over it, and zones that may be chosen one by one. */
  harvestIntroCharsMax: 1_500,
  harvestZonesMax: 500,
  /** Words that are taken out of what is passed on. */
  harvestWordsMax: 200,
  harvestWordCharsMax: 80,
  harvestEditBytesMax: 256 * 1024,
  /** Of one person on the after-page. */
  harvestOwnNotesMax: 200,
  /** Why a picture is not there. */
  sentenceCharsMax: 400,
  missingSentencesMax: 20,
  /** All files of one publication together. */
  harvestBytesMax: 64 * 1024 * 1024,
  /** Votes that a board keeps, the open one included. */
  roundsPerBoardMax: 40,
  /** What one vote is about. */
  roundOptionsMax: 60,
  roundQuestionCharsMax: 200,
  /** Of a card or note, as they stand on a ballot. */
  optionWordsCharsMax: 200,
  /** Dots of one vote. */
  voteBudgetMax: 20,
  /** Votes of a table that shares a device. */
  ballotWeightMax: 30,
  objectionCharsMax: 500,
  axisCharsMax: 60,
  sectorsMax: 12,
  sectorCharsMax: 60,
  /** A result is split by sector only where each has at least so many votes. */
  sectorVotesMin: 5,
  /** While people vote, everybody hears of it at most this often. */
  votesPushMs: 300,
  commentCharsMax: 2_000,
  mentionsPerCommentMax: 20,
  messagesPerThreadMax: 50,
  /** The last answers that were removed, of which a thread keeps the ids. */
  removedPerThreadMax: 100,
  threadsPerBoardMax: 500,
  /** Private rounds that a board remembers, the open one included. */
  privateRoundsMax: 30,
  /** Groups that people are in at the same time, each with its zone. */
  groupsMax: 50,
  /** Groups of a step that only talk: as many as there are pairs among `peopleMax`. */
  talkingGroupsMax: 150,
  /** Of which each group has a copy. */
  groupZonesMax: 16,
  groupTitleCharsMax: 80,
  /** Pairs of people who have met in rounds of pairs. */
  meetingsKept: 3_000,
  /** The address of a group's video room. */
  groupLinkCharsMax: 500,
  /** Zones of groups that are done, kept as they are; the oldest go from this list first. */
  closedZonesMax: 800,
  /** Notes that lay in a zone before ideas were written there, kept by their ids until the ideas are handed out. */
  ideasBeforeMax: 2_000,
  /** Lines and words of a zone that each group's copy of it gets. */
  printedCopiesMax: 200,
  /** Who sits in the circle of a fishbowl; one chair more is there. */
  circleSeatsMin: 3,
  circleSeatsMax: 5,
  /** Of each person or talk, in the activities that have them. */
  eachMinutesMax: 60,
  /** Zones that are made for one activity. */
  activityZonesMax: 5,
  /** Who has not been here for so long has left their group. */
  groupAwayMs: 45_000,
  /** For so long people are shown that two minutes are left. */
  groupWarningMs: 120_000,
  /** Notes of one person in a private round: the most that may be asked for, and what it is where nobody says anything. */
  draftsPerPersonMax: 30,
  draftsPerPersonUsual: 10,
  /** By how much a note that is shown may be higher than it is wide. */
  revealedGrowthMax: 2_000,
  /** What one person has written in a private round, with all that it was before. */
  draftBytesMax: 256 * 1024,
  /** Each time all of it is written anew: so not more often than this while somebody writes. */
  draftStoreWindowMs: 1_000,
  /** A note that comes over HTTP. */
  draftCharsMax: 2_000,
  /** While people write in private, everybody hears of the counts at most this often. */
  draftsPushMs: 1_000,
  /** With fewer people who have written, others may guess who wrote what. */
  guessablePeople: 5,
  /** So long after an anonymous reveal the server's memory knows whose a note was, for who silences its author. */
  moderationMs: 15 * 60_000,

  /** A page without a socket asks for news so often while somebody looks at it, and else. */
  newsAskMs: 2_000,
  newsAskHiddenMs: 20_000,
  /** After so many failed tries it asks as seldom as this. */
  newsAskMsMax: 30_000,
  /** Who has asked within this time is here. */
  visitMs: 25_000,
  /** Questions for news, of one person on all of their devices. */
  newsPerSecond: 4,
  newsBurst: 60,
  /** While people work on a board, its tree counts as changed at most so often. */
  outlineEveryMs: 2_000,
  /** However slow the last answer was, a page asks for the tree again after this. */
  outlineRestMsMax: 30_000,
  /** Changes to notes that a device keeps until the server has them. */
  unsentNotesMax: 200,

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
  charsPerUpdateMax: 200_000,
} as const;
