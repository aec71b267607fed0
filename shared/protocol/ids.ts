// The grammar of every id and secret. The only place where a string becomes a BoardId, a ParticipantId or an AssetId.
import { z } from 'zod';

/** 16 characters of base64url: 96 random bits. A board id is not a right: a secret or token always goes with it. */
export const boardIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16}$/)
  .brand<'BoardId'>();
export type BoardId = z.infer<typeof boardIdSchema>;

export const participantIdSchema = z
  .string()
  .regex(/^p[A-Za-z0-9_-]{16}$/)
  .brand<'ParticipantId'>();
export type ParticipantId = z.infer<typeof participantIdSchema>;

/** First 32 hex digits of the file's SHA-256 and the ending of its checked type. */
export const assetIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}\.(png|jpg|webp|gif|avif)$/)
  .brand<'AssetId'>();
export type AssetId = z.infer<typeof assetIdSchema>;

/** 22 characters of base64url: 128 random bits. Links, tokens and `resume` all have this form. */
export const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** How a record in the document names a stored file; the page turns it into an address of this server. */
export const assetUrlPrefix = 'asset:';

export function assetIdFromUrl(url: string): AssetId | null {
  if (!url.startsWith(assetUrlPrefix)) return null;
  const parsed = assetIdSchema.safeParse(url.slice(assetUrlPrefix.length));
  return parsed.success ? parsed.data : null;
}
