// The printed lines of a zone's plan: columns, rows, axes, rings, sectors, with their names. The same drawing on the canvas and in
// exports.
import {
  axisGutter,
  cellSpans,
  cellTitleHeight,
  innerArea,
  rowTitleWidth,
  type Area,
} from '@commonboard/shared/domain/placement.ts';
import type { ZoneAxis, ZonePlan } from '@commonboard/shared/domain/zones.ts';
import type { ReactNode } from 'react';
import type { Editor } from 'tldraw';
import { fittedText } from './fitted-text.ts';
import { zoneFontFamily, zoneType, type ZonePalette } from './zone-palette.ts';

interface DrawingProps {
  editor: Editor;
  plan: ZonePlan;
  palette: ZonePalette;
}

export function ZonePlanDrawing(props: DrawingProps) {
  const { plan } = props;
  switch (plan.layout) {
    case 'columns':
    case 'table':
    case 'time-room':
      return <Table {...props} />;
    case 'rows':
    case 'bands':
      return <Rows {...props} />;
    case 'quadrant':
      return <Quadrant {...props} />;
    case 'rings':
    case 'sectors':
      return <Disc {...props} />;
    case 'free':
    case 'grid':
      return null;
  }
}

const titleInset = 14;

function Table({ editor, plan, palette }: DrawingProps) {
  const inner = innerArea(plan);
  const rows = cellSpans(plan.rows);
  return (
    <>
      {cellSpans(plan.cells).map(({ cell, from, to }, i) => (
        <g key={`${from} ${cell.id}`}>
          {(i > 0 || rows.length > 0) && (
            <Line palette={palette} x1={inner.x + from * inner.w} y1={inner.y - cellTitleHeight} y2={plan.h} />
          )}
          <Word
            {...{ editor, palette }}
            x={inner.x + from * inner.w + titleInset}
            y={inner.y - cellTitleHeight / 2}
            width={(to - from) * inner.w - 2 * titleInset}
            text={cell.title}
          />
        </g>
      ))}
      {plan.cells.length > 0 && <Line palette={palette} x1={0} x2={plan.w} y1={inner.y} />}
      {rows.map(({ cell, from }, i) => (
        <g key={`${from} ${cell.id}`}>
          {i > 0 && <Line palette={palette} x1={0} x2={plan.w} y1={inner.y + from * inner.h} />}
          <Word
            {...{ editor, palette }}
            x={titleInset}
            y={inner.y + from * inner.h + 28}
            width={rowTitleWidth - 2 * titleInset}
            text={cell.title}
          />
        </g>
      ))}
    </>
  );
}

function Rows({ editor, plan, palette }: DrawingProps) {
  const inner = innerArea(plan);
  return (
    <>
      {cellSpans(plan.cells).map(({ cell, from }) => (
        <g key={`${from} ${cell.id}`}>
          <Line palette={palette} x1={0} x2={plan.w} y1={inner.y + from * inner.h} />
          <Word
            {...{ editor, palette }}
            x={zoneType.inset}
            y={inner.y + from * inner.h + 28}
            width={rowTitleWidth - zoneType.inset - 8}
            text={cell.title}
          />
        </g>
      ))}
    </>
  );
}

function Quadrant({ editor, plan, palette }: DrawingProps) {
  const inner = innerArea(plan);
  const { across, up } = plan;
  const middle = { x: inner.x + inner.w / 2, y: inner.y + inner.h / 2 };
  const below = inner.y + inner.h + axisGutter / 2;
  return (
    <>
      <rect {...inner} width={inner.w} height={inner.h} fill="none" stroke={palette.line} strokeWidth={1.5} />
      <Line palette={palette} x1={middle.x} y1={inner.y} y2={inner.y + inner.h} />
      <Line palette={palette} x1={inner.x} x2={inner.x + inner.w} y1={middle.y} />
      {across && (
        <g transform={`translate(${inner.x} ${below})`}>
          <AxisWords {...{ editor, palette }} axis={across} length={inner.w} />
        </g>
      )}
      {up && (
        <g transform={`translate(${axisGutter / 2} ${inner.y + inner.h}) rotate(-90)`}>
          <AxisWords {...{ editor, palette }} axis={up} length={inner.h} />
        </g>
      )}
    </>
  );
}

/** From left to right: the low end, what is meant, the high end. What is meant gets half of the room. */
function AxisWords({ editor, palette, axis, length }: Omit<DrawingProps, 'plan'> & { axis: ZoneAxis; length: number }) {
  const shared = { editor, palette, y: 0 };
  return (
    <>
      <Word {...shared} x={0} width={length / 4} text={axis.low} />
      <Word {...shared} x={length / 2} width={length / 2} text={`${axis.title} →`} anchor="middle" isStrong />
      <Word {...shared} x={length} width={length / 4} text={axis.high} anchor="end" />
    </>
  );
}

function Disc({ editor, plan, palette }: DrawingProps) {
  const inner = innerArea(plan);
  const [rings, sectors] = plan.layout === 'rings' ? [plan.cells, []] : [plan.rows, plan.cells];
  const edges = rings.length > 0 ? cellSpans(rings) : [{ cell: { id: 'edge', title: '' }, from: 0, to: 1 }];
  const at = center(inner);
  return (
    <>
      {edges.map(({ cell, from, to }) => (
        <ellipse
          key={`${from} ${cell.id}`}
          cx={at.x}
          cy={at.y}
          rx={at.rx * to}
          ry={at.ry * to}
          fill="none"
          stroke={palette.line}
          strokeWidth={1.5}
        />
      ))}
      {cellSpans(sectors).map(({ cell, from, to }) => (
        <g key={`${from} ${cell.id}`}>
          {sectors.length > 1 && <Line palette={palette} x1={at.x} y1={at.y} {...end(at, from)} />}
          <Word
            {...{ editor, palette }}
            {...named(at, (from + to) / 2)}
            width={at.rx * 0.8}
            text={cell.title}
            anchor="middle"
            isStrong
          />
        </g>
      ))}
      {edges.map(({ cell, from }) => (
        <Word
          key={`${from} ${cell.id}`}
          {...{ editor, palette }}
          x={at.x}
          y={at.y - at.ry * from - (from === 0 ? 0 : 22)}
          width={at.rx / 2}
          text={cell.title}
          anchor="middle"
        />
      ))}
    </>
  );
}

interface Middle {
  x: number;
  y: number;
  rx: number;
  ry: number;
}

function center({ x, y, w, h }: Area): Middle {
  return { x: x + w / 2, y: y + h / 2, rx: w / 2, ry: h / 2 };
}

function end({ x, y, rx, ry }: Middle, turned: number): { x2: number; y2: number } {
  const angle = turned * 2 * Math.PI;
  return { x2: x + Math.sin(angle) * rx, y2: y - Math.cos(angle) * ry };
}

/** Where a sector's name stands: near the edge, in its middle. */
function named(at: Middle, turned: number): { x: number; y: number } {
  const { x2, y2 } = end({ ...at, rx: at.rx * 0.88, ry: at.ry * 0.93 }, turned);
  return { x: x2, y: y2 };
}

interface LineProps {
  palette: ZonePalette;
  x1: number;
  y1: number;
  /** As the first, where it is not said. */
  x2?: number;
  y2?: number;
}

function Line({ palette, x1, y1, x2 = x1, y2 = y1 }: LineProps) {
  return <line {...{ x1, y1, x2, y2 }} stroke={palette.line} strokeWidth={1.5} />;
}

interface WordProps {
  editor: Editor;
  palette: ZonePalette;
  x: number;
  /** The middle of the line. */
  y: number;
  width: number;
  text: string;
  anchor?: 'start' | 'middle' | 'end';
  isStrong?: boolean;
}

function Word({ editor, palette, x, y, width, text, anchor = 'start', isStrong = false }: WordProps): ReactNode {
  if (text === '' || width <= 0) return null;
  const weight = isStrong ? 'bold' : 'normal';
  return (
    <text
      x={x}
      y={y}
      dominantBaseline="middle"
      textAnchor={anchor}
      fontFamily={zoneFontFamily}
      fontSize={zoneType.cellSize}
      fontWeight={weight}
      fill={isStrong ? palette.title : palette.prompt}
    >
      {fittedText(editor, text, { size: zoneType.cellSize, weight, width })}
    </text>
  );
}
