// Questions to a PNG file: how large, what colour is here, is there any ink in this part.
import { PNG } from 'pngjs';

export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** In pixels, or in parts of the picture where all numbers are at most 1. */
export interface Region {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Picture {
  width: number;
  height: number;
  pixel(x: number, y: number): Pixel;
  corners(): Pixel[];
  /** Part of the region's pixels, 0 to 1, that differ visibly from the ground. */
  inkShare(region: Region, ground?: Pixel): number;
  /** Whether any pixel of the region is close to this colour. */
  hasColour(region: Region, colour: Pixel, tolerance?: number): boolean;
}

export const wholePicture: Region = { x: 0, y: 0, w: 1, h: 1 };

/** Throws when the bytes are no PNG. The ground, where not given, is the colour of the upper left corner. */
export function readPng(bytes: Uint8Array): Picture {
  const { width, height, data } = decode(bytes);
  const pixel = (x: number, y: number): Pixel => {
    const at = (Math.floor(y) * width + Math.floor(x)) * 4;
    return [data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!];
  };
  const pixelsOf = function* (region: Region): Generator<Pixel> {
    const { left, top, right, bottom } = bounds(region, width, height);
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) yield pixel(x, y);
  };
  return {
    width,
    height,
    pixel,
    corners: () => [pixel(0, 0), pixel(width - 1, 0), pixel(0, height - 1), pixel(width - 1, height - 1)],
    inkShare(region, ground = pixel(0, 0)) {
      let all = 0;
      let ink = 0;
      for (const one of pixelsOf(region)) {
        all++;
        if (distance(one, ground) > 24) ink++;
      }
      return all === 0 ? 0 : ink / all;
    },
    hasColour(region, colour, tolerance = 24) {
      for (const one of pixelsOf(region)) if (distance(one, colour) <= tolerance) return true;
      return false;
    },
  };
}

function decode(bytes: Uint8Array): PNG {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch (cause) {
    throw new Error(`These ${bytes.length} bytes are not a readable PNG.`, { cause });
  }
}

export function isTransparent(pixel: Pixel): boolean {
  return pixel[3] === 0;
}

function bounds(region: Region, width: number, height: number) {
  const isParts = region.x <= 1 && region.y <= 1 && region.w <= 1 && region.h <= 1;
  const [scaleX, scaleY] = isParts ? [width, height] : [1, 1];
  const left = Math.max(0, Math.floor(region.x * scaleX));
  const top = Math.max(0, Math.floor(region.y * scaleY));
  return {
    left,
    top,
    right: Math.min(width, Math.ceil((region.x + region.w) * scaleX)),
    bottom: Math.min(height, Math.ceil((region.y + region.h) * scaleY)),
  };
}

// Fully transparent pixels are equal, whatever colour lies under them.
function distance(a: Pixel, b: Pixel): number {
  if (a[3] === 0 && b[3] === 0) return 0;
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]), Math.abs(a[3] - b[3]));
}
