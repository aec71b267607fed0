// What a readable record may hold: pictures from this server only, numbers and texts within bounds. Part of repair, on
// both sides; tldraw's own validators let these pass.
import type { TLRecord } from '@tldraw/tlschema';
import { assetIdFromUrl } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';

export function allowedContent(record: TLRecord): boolean {
  switch (record.typeName) {
    case 'asset':
      return allowedAsset(record);
    case 'shape':
      return (
        [record.x, record.y, record.rotation].every(isCoordinate) && Object.values(record.props).every(allowedValue)
      );
    case 'page':
    case 'document':
    case 'binding':
      return true;
    default:
      return false;
  }
}

function allowedAsset(asset: Extract<TLRecord, { typeName: 'asset' }>): boolean {
  if (asset.type === 'image') return asset.props.src === null || assetIdFromUrl(asset.props.src) !== null;
  if (asset.type === 'bookmark') return asset.props.image === '' && asset.props.favicon === '';
  return false;
}

function allowedValue(value: unknown): boolean {
  if (typeof value === 'number') return isCoordinate(value);
  if (typeof value === 'string') return value.length <= limits.inkCharsMax;
  if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc')
    return JSON.stringify(value).length <= limits.textCharsMax * 4;
  return true;
}

function isCoordinate(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= limits.coordinateMax;
}
