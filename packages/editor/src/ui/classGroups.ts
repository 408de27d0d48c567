import { type Config, validators } from 'tailwind-merge'

const {
  isAny,
  isArbitraryLength,
  isArbitraryShadow,
  isArbitraryValue,
  isArbitraryVariable,
  isNumber,
} = validators

const SIDES = ['-s', '-e', '-t', '-b', '-x', '-y']

/**
 * Which of the interface's class names set the same property, for `cn`. The library's own table covers all of Tailwind
 * and would be a fiftieth of what each page loads; a test holds this one against it for every class name in use.
 */
export const classGroups: () => Config<string, string> = () => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    ...prefixes('p px py ps pe pt pb m mx my ms me mt mb scroll-mt gap gap-x gap-y space-x'),
    ...prefixes('size w h min-w min-h max-w max-h basis order z'),
    ...prefixes('inset inset-x inset-y start end top bottom left right'),
    ...prefixes('grid-cols col-span items justify self justify-self object align overscroll'),
    ...prefixes('overflow overflow-x overflow-y whitespace break list line-clamp'),
    ...prefixes('leading tracking underline-offset bg fill caret opacity brightness'),
    ...prefixes('transition duration animate rotate scale-x translate-x translate-y origin'),
    ...prefixes('cursor select pointer-events touch resize field-sizing outline-offset'),
    ...prefixes('rounded rounded-s rounded-e rounded-t rounded-b'),
    ...prefixes('rounded-ss rounded-se rounded-es rounded-ee'),
    ...borders(['', ...SIDES]),
    display: ['block', 'inline', 'flex', 'inline-flex', 'grid', 'table', 'contents', 'hidden'],
    position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
    visibility: ['visible', 'invisible', 'collapse'],
    'flex-direction': [{ flex: ['row', 'col', 'row-reverse', 'col-reverse'] }],
    'flex-wrap': [{ flex: ['wrap', 'nowrap'] }],
    flex: [{ flex: ['1', 'auto', 'none', 'initial'] }],
    grow: [{ grow: ['', isNumber] }],
    shrink: [{ shrink: ['', isNumber] }],
    'font-size': [{ text: ['xs', 'sm', 'base', 'lg', 'xl', '2xl', '3xl', isArbitraryLength] }],
    'text-align': [{ text: ['start', 'center', 'end'] }],
    'text-wrap': [{ text: ['wrap', 'nowrap', 'balance', 'pretty'] }],
    'text-color': [{ text: [isArbitraryVariable, isAny] }],
    'text-overflow': ['truncate'],
    'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
    'font-family': [{ font: ['sans', 'mono'] }],
    'font-style': ['italic', 'not-italic'],
    'font-variant': ['tabular-nums', 'normal-nums'],
    'text-decoration': ['underline', 'line-through', 'no-underline'],
    'text-decoration-width': [{ decoration: [isNumber] }],
    'text-transform': ['uppercase', 'lowercase', 'capitalize', 'normal-case'],
    'outline-style': [{ outline: ['none', 'hidden', 'solid', 'dashed', 'dotted', 'double'] }],
    'outline-width': [{ outline: ['', isNumber] }],
    'outline-color': [{ outline: [isAny] }],
    'align-content': [{ content: ['start', 'center', 'end'] }],
    content: [{ content: [isArbitraryValue, 'none'] }],
    'space-x-reverse': ['space-x-reverse'],
    filter: ['filter'],
    'shadow-size': [{ shadow: ['none', isArbitraryShadow] }],
    'shadow-color': [{ shadow: [isAny] }],
    'border-collapse': [{ border: ['collapse', 'separate'] }],
    'divide-y': [{ 'divide-y': ['', isNumber] }],
    'divide-color': [{ divide: [isAny] }],
    'ring-offset-width': [{ 'ring-offset': [isNumber] }],
    'ring-offset-color': [{ 'ring-offset': [isAny] }],
    'ring-width': [{ ring: ['', isNumber] }],
    'ring-color': [{ ring: [isAny] }],
    'stroke-width': [{ stroke: [isNumber] }],
    stroke: [{ stroke: [isAny] }],
    'screen-reader': ['sr-only', 'not-sr-only'],
  },
  conflictingClassGroups: {
    p: ['px', 'py', 'ps', 'pe', 'pt', 'pb'],
    px: ['ps', 'pe'],
    py: ['pt', 'pb'],
    m: ['mx', 'my', 'ms', 'me', 'mt', 'mb'],
    mx: ['ms', 'me'],
    my: ['mt', 'mb'],
    gap: ['gap-x', 'gap-y'],
    size: ['w', 'h'],
    inset: ['inset-x', 'inset-y', 'start', 'end', 'top', 'bottom', 'left', 'right'],
    'inset-x': ['start', 'end', 'left', 'right'],
    'inset-y': ['top', 'bottom'],
    flex: ['basis', 'grow', 'shrink'],
    overflow: ['overflow-x', 'overflow-y'],
    'line-clamp': ['display', 'overflow'],
    'font-size': ['leading'],
    rounded: words(
      'rounded-s rounded-e rounded-t rounded-b rounded-ss rounded-se rounded-es rounded-ee',
    ),
    'rounded-s': ['rounded-ss', 'rounded-es'],
    'rounded-e': ['rounded-se', 'rounded-ee'],
    'border-width': SIDES.map((side) => `border${side}-width`),
    'border-color': SIDES.map((side) => `border${side}-color`),
  },
  conflictingClassGroupModifiers: { 'font-size': ['leading'] },
  orderSensitiveModifiers: ['*', '**', 'after', 'before', 'file', 'marker', 'placeholder'],
})

/** Groups of all class names that begin alike: `gap` is of `gap-1`, `gap-2` and so on. */
function prefixes(names: string): Config<string, string>['classGroups'] {
  return Object.fromEntries(words(names).map((name) => [name, [{ [name]: ['', isAny] }]]))
}

/** `border-2` and `border-line`, for the border as a whole (a side without a name) and for sides of it. */
function borders(sides: readonly string[]): Config<string, string>['classGroups'] {
  return Object.fromEntries(
    sides.flatMap((side) => [
      [`border${side}-style`, [{ [`border${side}`]: ['solid', 'dashed', 'dotted', 'none'] }]],
      [`border${side}-width`, [{ [`border${side}`]: ['', isNumber] }]],
      [`border${side}-color`, [{ [`border${side}`]: [isAny] }]],
    ]),
  )
}

function words(list: string): string[] {
  return list.split(' ')
}
