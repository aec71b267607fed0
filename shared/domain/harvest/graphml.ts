// Cards and links as GraphML for programs that draw and measure networks. First the keys, then one directed graph.
import { fieldNames, fieldOf, type FieldName } from '../fields.ts';
import type { BoardModel, Card, Link } from '../model.ts';
import { escapeXml } from './escape.ts';
import { fieldCell, snakeCase } from './field-columns.ts';
import { cellText, oneWay, type Cell } from './table.ts';

type AttributeType = 'string' | 'int' | 'double' | 'boolean';
interface Attribute<T> {
  name: string;
  type: AttributeType;
  value: (of: T) => Cell;
}

const linkAttributes: readonly Attribute<Link>[] = [
  { name: 'type', type: 'string', value: ({ type }) => type },
  { name: 'direction', type: 'string', value: ({ direction }) => direction },
  { name: 'polarity', type: 'string', value: ({ polarity }) => polarity },
  { name: 'rationale', type: 'string', value: ({ rationale }) => oneWay(rationale) || null },
  { name: 'label', type: 'string', value: ({ label }) => oneWay(label) || null },
  { name: 'confidence', type: 'double', value: ({ confidence }) => confidence },
  { name: 'strength', type: 'int', value: ({ strength }) => strength },
  { name: 'delayed', type: 'boolean', value: ({ delayed }) => delayed },
  { name: 'feedback', type: 'boolean', value: ({ feedback }) => feedback },
];

export function graphmlText(model: BoardModel): string {
  const nodeAttributes = cardAttributes(model);
  const keys = [
    ...nodeAttributes.map((attribute) => key('node', attribute)),
    ...linkAttributes.map((attribute) => key('edge', attribute)),
  ];
  const names = new Map(model.cards.map(({ id }, i) => [id, `n${i + 1}`]));
  const nodes = model.cards.map(
    (card) => `    <node id="${names.get(card.id) ?? ''}">${data('node', nodeAttributes, card)}</node>`,
  );
  const edges = model.links.map((link, i) => {
    const [from, to] = [names.get(link.from) ?? '', names.get(link.to) ?? ''];
    const undirected = link.direction === 'undirected' ? ' directed="false"' : '';
    return `    <edge id="e${i + 1}" source="${from}" target="${to}"${undirected}>${data('edge', linkAttributes, link)}</edge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys.join('\n')}
  <graph id="board" edgedefault="directed">
${[...nodes, ...edges].join('\n')}
  </graph>
</graphml>
`;
}

function cardAttributes({ cards, zones }: BoardModel): Attribute<Card>[] {
  const zoneTitles = new Map(zones.map(({ id, title }) => [id, title]));
  const used = new Set(cards.flatMap(({ fields }) => Object.keys(fields)));
  return [
    { name: 'id', type: 'string', value: ({ id }) => id },
    { name: 'kind', type: 'string', value: ({ kind }) => kind },
    { name: 'text', type: 'string', value: ({ title }) => oneWay(title) },
    // Gephi shows a node by this one.
    { name: 'label', type: 'string', value: ({ title }) => oneWay(title).replace(/\s+/g, ' ') },
    { name: 'x', type: 'double', value: ({ x }) => x },
    { name: 'y', type: 'double', value: ({ y }) => y },
    { name: 'zone', type: 'string', value: ({ zoneId }) => zoneTitles.get(zoneId ?? '') ?? null },
    { name: 'sphere', type: 'string', value: sphere },
    ...fieldNames
      .filter((name) => used.has(name))
      .map((name) => ({
        name: `field_${snakeCase(name)}`,
        type: attributeType(name),
        value: (card: Card) => fieldCell(card, name),
      })),
  ];
}

/** What we control, what we influence, what we only hope to add to. */
function sphere({ kind }: Card): Cell {
  if (kind === 'input' || kind === 'activity' || kind === 'output') return 'control';
  if (kind === 'outcome') return 'influence';
  return kind === 'impact' ? 'interest' : null;
}

function attributeType(name: FieldName): AttributeType {
  const definition = fieldOf(name);
  if (definition.type === 'scale') return 'int';
  if (definition.type === 'flag') return 'boolean';
  return definition.type === 'number' ? 'double' : 'string';
}

function key(of: 'node' | 'edge', { name, type }: { name: string; type: AttributeType }): string {
  return `  <key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`;
}

function data<T>(of: 'node' | 'edge', attributes: readonly Attribute<T>[], one: T): string {
  return attributes
    .flatMap(({ name, value }) => {
      const cell = value(one);
      if (cell === null) return [];
      const text = typeof cell === 'boolean' ? String(cell) : cellText(cell);
      return [`<data key="${of}_${name}">${escapeXml(text)}</data>`];
    })
    .join('');
}
