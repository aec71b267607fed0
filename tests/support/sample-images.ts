// Small real pictures, and things that only look like one.
import { PNG } from 'pngjs';

export type Rgb = readonly [red: number, green: number, blue: number];

/** A plain opaque picture of one colour. */
export function pngImage(width: number, height: number, [red, green, blue]: Rgb): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([red, green, blue, 255], at);
  return PNG.sync.write(png);
}

/** 32 x 16 pixels of blue, as a browser writes them. */
export const jpegImage = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7' +
    'gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8' +
    'fHx8fHx8fHz/wAARCAAQACADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA' +
    'FQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCcAtJgAD//2Q==',
  'base64',
);

/** The same as WebP. */
export const webpImage = Buffer.from(
  'UklGRkAAAABXRUJQVlA4IDQAAAAQAwCdASogABAAPu1iqU2ppaOiMAgBMB2JQBWF0AAQNgAA/ubO36u3apO2P9CbHtN2tkwA',
  'base64',
);

/** A picture that can carry scripts: never accepted. */
export const svgImage = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>throw 1</script><rect width="8" height="8"/></svg>',
);

/** A PNG's first bytes with a page behind them. */
export const mislabelledImage = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('<html><script>throw 1</script></html>'),
]);
