// What a readable record may hold: pictures from this server only, numbers, texts and counts within bounds, strokes that can
// be decoded. Part of repair, on both sides. tldraw's own validators let these pass, and one such record stops its canvas
// for everybody who opens the board.
import { b64Vecs, type TLAsset, type TLRecord, type TLShape } from '@tldraw/tlschema';
import { fieldNames, isFieldName } from '../../domain/fields.ts';
import type { ZoneProps } from '../../schema/zone-shape.ts';
import { assetIdFromUrl } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';

export function allowedContent(record: TLRecord): boolean {
  if (record.id.length > limits.idCharsMax) return false;
  if ('index' in record && record.index.length > limits.indexCharsMax) return false;
  if ('meta' in record && !isBoundedJson(record.meta, limits.metaCharsMax)) return false;
  switch (record.typeName) {
    case 'asset':
      return allowedAsset(record);
    case 'shape':
      return allowedShape(record);
    case 'binding':
      return (
        isBounded(record.props, 0) &&
        Object.values(record.props.normalizedAnchor).every((part) => Math.abs(part) <= 100)
      );
    case 'page':
      return record.name.length <= limits.labelCharsMax;
    case 'document':
      return record.name.length <= limits.labelCharsMax && record.gridSize >= 1 && record.gridSize <= 1_000;
    default:
      return false;
  }
}

function allowedAsset(asset: TLAsset): boolean {
  if (!isBounded(asset.props, 0)) return false;
  if (asset.type === 'image') {
    const { src, w, h } = asset.props;
    // Without a source it is still on its way to the server, and nothing is fetched.
    return (src === null || src === '' || assetIdFromUrl(src) !== null) && w >= 1 && h >= 1;
  }
  if (asset.type === 'bookmark')
    return asset.props.image === '' && asset.props.favicon === '' && /^https?:/i.test(asset.props.src ?? 'http:');
  return false;
}

export function allowedPlace({ x, y, rotation }: Pick<TLShape, 'x' | 'y' | 'rotation'>): boolean {
  return isCoordinate(x) && isCoordinate(y) && isCoordinate(rotation);
}

function allowedShape(shape: TLShape): boolean {
  if (!allowedPlace(shape)) return false;
  // Rich text is bounded by its letters and by its canonical form.
  const { richText, segments, ...rest } = shape.props as Record<string, unknown>;
  const props = shape.type === 'card' ? withoutFields(rest) : rest;
  if (shape.type === 'card' && !(allowedFields(rest) && shape.props.w <= limits.coordinateMax)) return false;
  if (shape.type === 'zone' && !allowedParts(shape.props)) return false;
  if (!isBounded(props, 0) || (richText !== undefined && !isBoundedJson(richText, limits.textCharsMax))) return false;
  if ('scale' in props && !isBetween(props['scale'], 0.01, 100)) return false;
  if (
    'w' in props &&
    'h' in props &&
    !(isBetween(props['w'], 0.001, limits.coordinateMax) && isBetween(props['h'], 0.001, limits.coordinateMax))
  )
    return false;
  if ('growY' in props && !isBetween(props['growY'], 0, limits.coordinateMax)) return false;
  if (segments !== undefined) return allowedStroke(segments);
  if (shape.type === 'line') return isBetween(Object.keys(shape.props.points).length, 2, limits.linePointsMax);
  return true;
}

/** The figures of a card are people's own: 2,700,000 pupils are no coordinate. */
function allowedFields(props: Record<string, unknown>): boolean {
  return fieldNames.every((name) => {
    const value = props[name];
    if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= limits.figureMax;
    return isBounded(value, 0);
  });
}

/** Each is drawn with lines and a name. */
function allowedParts({ cells = [], rows = [] }: ZoneProps): boolean {
  return cells.length <= limits.zonePartsMax && rows.length <= limits.zonePartsMax;
}

function withoutFields(props: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !isFieldName(name)));
}

function allowedStroke(segments: unknown): boolean {
  if (!Array.isArray(segments) || !isBetween(segments.length, 1, limits.strokeSegmentsMax)) return false;
  const paths = segments as { path: string; dim?: 2 | 3 }[];
  if (paths.reduce((sum, { path }) => sum + path.length, 0) > limits.inkCharsMax) return false;
  return paths.every(({ path, dim }) => {
    if (path.length === 0) return false;
    try {
      return b64Vecs
        .decodePoints(path, dim)
        .every(({ x, y, z }) => isCoordinate(x) && isCoordinate(y) && Number.isFinite(z ?? 0));
    } catch {
      return false;
    }
  });
}

const depthMax = 6;
const entriesMax = 1_000;

/** Numbers, texts, counts and depth, all the way down. */
function isBounded(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return isCoordinate(value);
  if (typeof value === 'string') return value.length <= limits.labelCharsMax;
  if (typeof value !== 'object' || value === null) return true;
  const parts = Object.values(value);
  return depth < depthMax && parts.length <= entriesMax && parts.every((part) => isBounded(part, depth + 1));
}

function isBoundedJson(value: unknown, charsMax: number): boolean {
  return JSON.stringify(value).length <= charsMax;
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function isCoordinate(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= limits.coordinateMax;
}
