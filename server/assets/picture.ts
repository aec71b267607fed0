// What a picture is, told from its bytes alone: type, size in pixels. SVG is none: it can carry script.
import { imageSize } from 'image-size';
import { limits } from '@commonboard/shared/protocol/limits.ts';

export type PictureEnding = 'png' | 'jpg' | 'webp' | 'gif' | 'avif';

export const pictureTypes: Readonly<Record<PictureEnding, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
};

interface Picture {
  ending: PictureEnding;
  type: string;
  /** Pixels as shown, after the camera's rotation. */
  width: number;
  height: number;
}

export type PictureResult = { ok: true; picture: Picture } | { ok: false; problem: 'unsupported' | 'too-large' };

/** Sizes stand near the front; reading further would let a crafted file cost seconds. */
const headerBytesMax = 1024 * 1024;

export function readPicture(bytes: Uint8Array): PictureResult {
  const ending = endingOf(bytes);
  // A copy of its own: the size reader looks at the buffer behind a view and would read what lies after the file.
  const size = ending && sizeOf(new Uint8Array(bytes.subarray(0, headerBytesMax)), ending);
  if (!ending || !size) return { ok: false, problem: 'unsupported' };
  const { width, height } = size;
  const tooLarge =
    width * height > limits.imagePixelsMax || width > limits.imageSideMax || height > limits.imageSideMax;
  if (tooLarge) return { ok: false, problem: 'too-large' };
  return { ok: true, picture: { ending, type: pictureTypes[ending], width, height } };
}

function endingOf(bytes: Uint8Array): PictureEnding | null {
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 3) === '\xff\xd8\xff') return 'jpg';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  // Moving AVIF (`avis`) is left out: the size reader does not know it.
  if (text(4, 12) === 'ftypavif') return 'avif';
  return null;
}

function sizeOf(header: Uint8Array, ending: PictureEnding): { width: number; height: number } | null {
  try {
    const { width, height, type, orientation } = imageSize(header);
    if (type !== ending || !isSide(width) || !isSide(height)) return null;
    // Cameras turned on their side: browsers show the picture upright.
    return orientation !== undefined && orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    // Cut off or crafted: a header that cannot be read is no picture.
    return null;
  }
}

function isSide(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels > 0;
}
