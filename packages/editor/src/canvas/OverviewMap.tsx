import type { DraftNode } from '@parley/shared/draft'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { t } from '../i18n/t.ts'
import { useTheme } from '../ui/theme.ts'
import { around, type Box } from './box.ts'
import type { CardNode } from './canvasStore.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { type FarColours, readFarColours } from './far/farColours.ts'
import { groupOf } from './groupStyles.ts'
import { isSection, sectionData } from './sections.ts'

const SIZE = { width: 168, height: 112 }
const MARGIN = 6
/** The map follows at this distance. */
const REDRAW_MS = 60
/** How much of what is not in view is covered. */
const VEIL = 0.7
/** A step of the wheel, in pixels, that doubles the zoom. */
const WHEEL_OCTAVE = 500

/** The whole flow in a corner, with what is in view standing out. A press or a drag goes there. */
export function OverviewMap() {
  const editor = useFlowEditor()
  const store = useStoreApi()
  const { setCenter, zoomTo, getZoom } = useReactFlow()
  const element = useRef<HTMLCanvasElement>(null)
  const theme = useTheme((state) => state.theme)

  // One drawing is far less work for the browser than an element for each of a thousand nodes.
  useLayoutEffect(() => {
    const canvas = element.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return undefined
    const colours = readFarColours(canvas)
    const scale = window.devicePixelRatio
    Object.assign(canvas, { width: SIZE.width * scale, height: SIZE.height * scale })
    const draw = () => {
      context.setTransform(scale, 0, 0, scale, 0, 0)
      drawMap(context, editor.canvas.store.getState().nodes, viewOf(store.getState()), colours)
    }
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    // While somebody pans, every frame belongs to what they look at.
    const drawSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        frame = requestAnimationFrame(draw)
      }, REDRAW_MS)
    }
    draw()
    const stops = [store.subscribe(drawSoon), editor.canvas.store.subscribe(drawSoon)]
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [editor, store, theme])

  useEffect(() => {
    const canvas = element.current
    if (!canvas) return undefined
    const go = (event: PointerEvent) => {
      if (event.buttons !== 1) return
      canvas.setPointerCapture(event.pointerId)
      const { left, top } = canvas.getBoundingClientRect()
      const { nodes } = editor.canvas.store.getState()
      const { x, y, zoom } = mapOf(nodes, viewOf(store.getState()))
      const at = { x: (event.clientX - left - x) / zoom, y: (event.clientY - top - y) / zoom }
      void setCenter(at.x, at.y, { zoom: getZoom() })
    }
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      void zoomTo(getZoom() * 2 ** (-event.deltaY / WHEEL_OCTAVE))
    }
    canvas.addEventListener('pointerdown', go)
    canvas.addEventListener('pointermove', go)
    // React's own listener may not keep the page from scrolling.
    canvas.addEventListener('wheel', turn, { passive: false })
    return () => {
      canvas.removeEventListener('pointerdown', go)
      canvas.removeEventListener('pointermove', go)
      canvas.removeEventListener('wheel', turn)
    }
  }, [editor, store, setCenter, zoomTo, getZoom])

  return (
    <canvas
      ref={element}
      role="img"
      aria-label={t('canvas.toolbar.minimap')}
      style={SIZE}
      className="nopan nowheel absolute start-3 bottom-16 z-[5] hidden touch-none rounded-card border border-line bg-surface shadow-card md:block"
    />
  )
}

interface View {
  readonly transform: readonly [number, number, number]
  readonly width: number
  readonly height: number
}

/** What is in view, in canvas units. */
function viewOf({ transform: [x, y, zoom], width, height }: View): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
}

const boxOf = ({ position, width = 0, height = 0 }: CardNode): Box => ({
  ...position,
  width,
  height,
})

/** The box around all nodes of the latest list; while somebody pans or zooms it stays the same. */
let latest: { nodes: readonly CardNode[]; box: Box } | null = null
function boxAround(nodes: readonly CardNode[]): Box {
  if (latest?.nodes !== nodes) latest = { nodes, box: around(nodes.map(boxOf)) }
  return latest.box
}

/** Where things are on the map: all nodes and what is in view have a place on it. */
function mapOf(nodes: readonly CardNode[], view: Box): { x: number; y: number; zoom: number } {
  const all = nodes.length > 0 ? around([boxAround(nodes), view]) : view
  const zoom = Math.min(
    (SIZE.width - 2 * MARGIN) / all.width,
    (SIZE.height - 2 * MARGIN) / all.height,
  )
  return {
    zoom,
    x: SIZE.width / 2 - (all.x + all.width / 2) * zoom,
    y: SIZE.height / 2 - (all.y + all.height / 2) * zoom,
  }
}

function drawMap(
  context: CanvasRenderingContext2D,
  nodes: readonly CardNode[],
  view: Box,
  colours: FarColours,
): void {
  const map = mapOf(nodes, view)
  const { x, y, zoom } = map
  context.clearRect(0, 0, SIZE.width, SIZE.height)
  context.drawImage(pictureOf(nodes, map, colours), 0, 0, SIZE.width, SIZE.height)
  // Everything but what is in view stands back.
  context.globalAlpha = VEIL
  context.fillStyle = colours.canvas
  context.beginPath()
  context.rect(0, 0, SIZE.width, SIZE.height)
  context.roundRect(x + view.x * zoom, y + view.y * zoom, view.width * zoom, view.height * zoom, 2)
  context.fill('evenodd')
  context.globalAlpha = 1
}

function colourOf({ type, data }: DraftNode, { groups, notes }: FarColours): string {
  return type === 'section' ? notes[sectionData({ data }).color].line : groups[groupOf(type)]
}

type Place = ReturnType<typeof mapOf>
/** The latest picture of all nodes: panning from one node to another, nothing moves on it but what is in view. */
let picture: {
  readonly nodes: readonly CardNode[]
  readonly map: Place
  readonly colours: FarColours
  readonly canvas: HTMLCanvasElement
} | null = null

function pictureOf(nodes: readonly CardNode[], map: Place, colours: FarColours): HTMLCanvasElement {
  const isSame =
    picture?.nodes === nodes &&
    picture.colours === colours &&
    picture.map.x === map.x &&
    picture.map.y === map.y &&
    picture.map.zoom === map.zoom
  if (picture && isSame) return picture.canvas
  const canvas = picture?.canvas ?? document.createElement('canvas')
  const scale = window.devicePixelRatio
  // Empties it, too.
  Object.assign(canvas, { width: SIZE.width * scale, height: SIZE.height * scale })
  const context = canvas.getContext('2d')
  context?.scale(scale, scale)
  for (const { position, width = 0, height = 0, data, selected } of nodes) {
    if (!context) break
    context.fillStyle =
      selected && !isSection(data.node) ? colours.primary : colourOf(data.node, colours)
    context.fillRect(
      map.x + position.x * map.zoom,
      map.y + position.y * map.zoom,
      Math.max(1, width * map.zoom),
      Math.max(1, height * map.zoom),
    )
  }
  picture = { nodes, map, colours, canvas }
  return canvas
}
