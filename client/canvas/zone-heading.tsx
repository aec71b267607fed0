// A zone's title and prompt, shown and edited in place.
import type { ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import { Lock } from 'lucide-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { stopEventPropagation, useEditor } from 'tldraw';
import { Hidden } from '../ui/hidden.tsx';
import { t } from '../ui/messages/t.ts';
import { zoneFontFamily, zoneType, type ZonePalette } from './zone-palette.ts';

interface HeadingProps {
  shape: ZoneShape;
  palette: ZonePalette;
}

const box: CSSProperties = {
  position: 'absolute',
  insetInline: zoneType.inset,
  top: zoneType.titleTop,
  fontFamily: zoneFontFamily,
};
const titleStyle: CSSProperties = {
  margin: 0,
  fontSize: zoneType.titleSize,
  lineHeight: `${zoneType.titleLine}px`,
  fontWeight: 700,
};
const promptStyle: CSSProperties = {
  margin: 0,
  marginTop: zoneType.gap,
  fontSize: zoneType.promptSize,
  lineHeight: `${zoneType.promptLine}px`,
};
const oneLine: CSSProperties = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' };
const lockStyle: CSSProperties = { display: 'inline-block', marginInlineStart: 12, opacity: 0.6 };
const field: CSSProperties = {
  display: 'block',
  width: '100%',
  padding: 0,
  border: 0,
  borderBottom: '2px solid currentColor',
  background: 'transparent',
  fontFamily: 'inherit',
};

export function ZoneHeading({ shape, palette }: HeadingProps) {
  const { title, prompt, locked } = shape.props;
  return (
    <div style={box} dir="auto">
      <div style={{ ...titleStyle, ...oneLine, color: palette.title }}>
        <span>{title === '' ? t('canvas.zone.untitled') : title}</span>
        {locked === true && (
          <span style={lockStyle}>
            <Lock size={26} aria-hidden="true" />
            <Hidden>{t('canvas.zone.is-locked')}</Hidden>
          </span>
        )}
      </div>
      <div style={{ ...promptStyle, ...oneLine, color: palette.prompt }}>{prompt}</div>
    </div>
  );
}

export function ZoneHeadingForm({ shape, palette }: HeadingProps) {
  const editor = useEditor();
  const change = (props: Partial<ZoneShape['props']>): void =>
    void editor.updateShape({ id: shape.id, type: 'zone', props });
  const finish = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    editor.complete();
    editor.getContainer().focus();
  };
  const shared = { onKeyDown: finish, onPointerDown: stopEventPropagation, maxLength: 200, dir: 'auto' } as const;
  return (
    <div style={{ ...box, pointerEvents: 'all' }}>
      <input
        {...shared}
        ref={focusAtOnce}
        aria-label={t('canvas.zone.title')}
        placeholder={t('canvas.zone.title')}
        style={{ ...field, ...titleStyle, color: palette.title }}
        value={shape.props.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <input
        {...shared}
        aria-label={t('canvas.zone.prompt')}
        placeholder={t('canvas.zone.prompt')}
        style={{ ...field, ...promptStyle, color: palette.prompt }}
        value={shape.props.prompt}
        onChange={(event) => change({ prompt: event.target.value })}
      />
    </div>
  );
}

function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
