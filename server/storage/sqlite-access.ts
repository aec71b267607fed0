// The tables of who gets in: links, people, tokens, and how facilitators have set it. Without transactions, as the others.
import { z } from 'zod';
import { leadingSchema, newcomersSchema, standingSchema } from '@commonboard/shared/protocol/access.ts';
import { type BoardId, boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { roleSchema } from '@commonboard/shared/protocol/roles.ts';
import { clientVersionSchema } from '@commonboard/shared/schema/client-version.ts';
import {
  type AccessChange,
  type AccessRow,
  type LinkRow,
  type ParticipantRow,
  type TokenRow,
  tokensPerParticipantMax,
} from './board-store.ts';
import type { Statements } from './sqlite-statements.ts';

const truth = z.number().transform((value) => value !== 0);
const linkRow = z.object({
  role: roleSchema,
  hash: z.string(),
  epoch: z.number(),
  sealed: z.instanceof(Uint8Array).nullable(),
  off: truth,
});
const participantRow = z.object({
  id: participantIdSchema,
  name: z.string(),
  color: z.string(),
  resumeHash: z.string(),
  joinedAt: z.number(),
  role: roleSchema,
  standing: standingSchema,
  leading: leadingSchema,
  epoch: z.number(),
  codeEpoch: z.number().nullable(),
});
const tokenRow = z.object({
  hash: z.string(),
  board: boardIdSchema,
  participant: participantIdSchema,
  role: roleSchema,
  epoch: z.number(),
  personEpoch: z.number(),
  kind: z.enum(['session', 'files', 'screen']),
  createdAt: z.number(),
  client: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(clientVersionSchema),
});
const accessRow = z
  .object({
    paused: truth,
    newcomers: newcomersSchema,
    passcodeHash: z.string().nullable(),
    passcodeSalt: z.string().nullable(),
    recoveryHash: z.string().nullable(),
    codeHash: z.string().nullable(),
    codeUntil: z.number().nullable(),
  })
  .transform(({ passcodeHash, passcodeSalt, codeHash, codeUntil, ...rest }): AccessRow => ({
    ...rest,
    passcode: passcodeHash === null || passcodeSalt === null ? null : { hash: passcodeHash, salt: passcodeSalt },
    shortCode: codeHash === null || codeUntil === null ? null : { hash: codeHash, until: codeUntil },
  }));
const codeRow = z.object({ board: boardIdSchema });

export class AccessTables {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  /** The board is known to be there. */
  change(id: BoardId, { links = [], access, participants = [], tokens = [], gone = [], goesOn }: AccessChange): void {
    for (const link of links) this.#putLink(id, link);
    if (access) this.#putAccess(id, access);
    for (const participant of participants) this.#putParticipant(id, participant);
    for (const one of gone) {
      this.#sql.run('DELETE FROM participants WHERE board = ? AND id = ?', id, one);
      this.#sql.run('DELETE FROM tokens WHERE board = ? AND participant = ?', id, one);
      this.#sql.run('DELETE FROM named_people WHERE board = ? AND participant = ?', id, one);
    }
    if (goesOn) {
      this.#sql.run(
        "UPDATE tokens SET epoch = ? WHERE board = ? AND participant = ? AND role = 'facilitate' AND epoch = ?",
        goesOn.epoch,
        id,
        goesOn.participant,
        goesOn.epoch - 1,
      );
    }
    for (const token of tokens) this.#addToken(id, token);
  }

  links(id: BoardId): LinkRow[] {
    const rows = this.#sql.all('SELECT role, hash, epoch, sealed, off FROM links WHERE board = ?', id);
    return rows.map((row) => linkRow.parse(row));
  }

  /** In the order in which they joined. */
  participants(id: BoardId): ParticipantRow[] {
    const rows = this.#sql.all(
      `SELECT id, name, color, resume_hash AS resumeHash, joined_at AS joinedAt, role, standing, leading, epoch,
         code_epoch AS codeEpoch
       FROM participants WHERE board = ? ORDER BY rowid`,
      id,
    );
    return rows.map((row) => participantRow.parse(row));
  }

  /** Boards from before there was any say nothing of it. */
  access(id: BoardId): AccessRow {
    const row = this.#sql.one(
      `SELECT paused, newcomers, passcode_hash AS passcodeHash, passcode_salt AS passcodeSalt,
         recovery_hash AS recoveryHash, code_hash AS codeHash, code_until AS codeUntil
       FROM access WHERE board = ?`,
      id,
    );
    if (row) return accessRow.parse(row);
    return { paused: false, newcomers: 'join', passcode: null, recoveryHash: null, shortCode: null };
  }

  token(hash: string): TokenRow | null {
    const row = this.#sql.one(
      `SELECT hash, board, participant, role, epoch, person_epoch AS personEpoch, kind, created_at AS createdAt, client
       FROM tokens WHERE hash = ?`,
      hash,
    );
    return row ? tokenRow.parse(row) : null;
  }

  boardOfCode(hash: string): BoardId | null {
    const row = this.#sql.one('SELECT board FROM access WHERE code_hash = ?', hash);
    return row ? codeRow.parse(row).board : null;
  }

  #putLink(id: BoardId, { role, hash, epoch, sealed, off }: LinkRow): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO links (board, role, hash, epoch, sealed, off) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      role,
      hash,
      epoch,
      sealed,
      Number(off),
    );
  }

  #putAccess(id: BoardId, { paused, newcomers, passcode, recoveryHash, shortCode }: AccessRow): void {
    this.#sql.run(
      `INSERT OR REPLACE INTO access
         (board, paused, newcomers, passcode_hash, passcode_salt, recovery_hash, code_hash, code_until)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      Number(paused),
      newcomers,
      passcode?.hash ?? null,
      passcode?.salt ?? null,
      recoveryHash,
      shortCode?.hash ?? null,
      shortCode?.until ?? null,
    );
  }

  #putParticipant(id: BoardId, participant: ParticipantRow): void {
    const { id: who, name, color, resumeHash, joinedAt, role, standing, leading, epoch, codeEpoch } = participant;
    this.#sql.run(
      `INSERT INTO participants
         (board, id, name, color, resume_hash, joined_at, role, standing, leading, epoch, code_epoch)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (board, id) DO UPDATE SET name = excluded.name, color = excluded.color, role = excluded.role,
         standing = excluded.standing, leading = excluded.leading, epoch = excluded.epoch, code_epoch = excluded.code_epoch`,
      id,
      who,
      name,
      color,
      resumeHash,
      joinedAt,
      role,
      standing,
      leading,
      epoch,
      codeEpoch,
    );
  }

  #addToken(id: BoardId, token: TokenRow): void {
    const { hash, participant, role, epoch, personEpoch, kind, createdAt, client } = token;
    this.#sql.run(
      `INSERT INTO tokens (hash, board, participant, role, epoch, person_epoch, kind, created_at, client)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      hash,
      id,
      participant,
      role,
      epoch,
      personEpoch,
      kind,
      createdAt,
      JSON.stringify(client),
    );
    this.#sql.run(
      `DELETE FROM tokens WHERE rowid IN (
         SELECT rowid FROM tokens WHERE board = ? AND participant = ? AND kind = ? ORDER BY rowid DESC LIMIT -1 OFFSET ?
       )`,
      id,
      participant,
      kind,
      tokensPerParticipantMax,
    );
  }
}
