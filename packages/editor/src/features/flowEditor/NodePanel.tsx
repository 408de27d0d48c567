import {
  type Capabilities,
  definitionOf,
  type FlowProblem,
  isNodeType,
  type NodeType,
  type ProblemCode,
  setData,
} from '@parley/shared'
import type { DraftNode, JsonObject } from '@parley/shared/draft'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { commandFor, commands } from '../../canvas/commands/index.ts'
import { renameNode } from '../../canvas/edits.ts'
import { useFlow, useFlowEditor, usePanels } from '../../canvas/FlowEditor.ts'
import { geometryOf, shapedNode } from '../../canvas/geometry.ts'
import { groupOf, tileOf } from '../../canvas/groupStyles.ts'
import { setTranslations } from '../../canvas/translationEdits.ts'
import { t } from '../../i18n/t.ts'
import { NodeFormContext, type NodeFormScope } from '../../nodes/form/NodeFormContext.ts'
import { translationScope } from '../../nodes/form/translation/translationScope.ts'
import { lookOf } from '../../nodes/index.ts'
import { nodeTitle } from '../../nodes/nodeTitle.ts'
import { cn } from '../../ui/cn.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { focusField, focusFirstField } from './focusField.ts'
import { offerFixes } from './offerFixes.ts'
import { PhoneSheet } from './PhoneSheet.tsx'
import { ProblemLines } from './ProblemLines.tsx'
import { UNKNOWN_CHANNEL } from './useFlowChannels.ts'
import { useFlowVariables } from './useFlowVariables.ts'

/** The form of the node that is open: beside the canvas, on phones from below. */
export function NodePanel({ channels }: { channels: readonly Capabilities[] }) {
  const editor = useFlowEditor()
  const isPhone = useMediaQuery('(max-width: 767px)')
  const openNodeId = usePanels((state) => state.openNodeId)
  const node = useFlow(({ nodesById }) =>
    openNodeId === null ? undefined : nodesById.get(openNodeId),
  )
  if (!node) return null
  const close = () => {
    editor.closeNode()
    editor.viewport?.focus()
  }
  const content = <NodeContent key={node.id} node={node} channels={channels} />
  if (isPhone) {
    return (
      <PhoneSheet title={nodeTitle(node)} onClose={close}>
        {content}
      </PhoneSheet>
    )
  }
  return (
    <SidePanel label={nodeTitle(node)} onEscape={close}>
      {content}
    </SidePanel>
  )
}

function SidePanel({
  label,
  onEscape,
  children,
}: {
  label: string
  onEscape: () => void
  children: ReactNode
}) {
  const editor = useFlowEditor()
  return (
    <aside
      aria-label={label}
      data-covers-canvas
      data-region
      className="absolute end-3 top-3 bottom-3 z-20 flex w-88 max-w-[calc(100%-1.5rem)] animate-beside-in overflow-hidden rounded-panel border border-line bg-surface shadow-pop"
    >
      <div
        role="presentation"
        className="flex min-w-0 flex-1 flex-col"
        onKeyDown={(event) => {
          // Menus and lists of suggestions inside close first.
          if (event.defaultPrevented) return
          const command = commandFor(event.nativeEvent)
          if (event.key === 'Escape') onEscape()
          // The browser's own undo forgets everything as soon as somebody else types into the same field.
          else if (command === commands.undo || command === commands.redo) command.perform(editor)
          else return
          event.preventDefault()
        }}
      >
        {children}
      </div>
    </aside>
  )
}

function NodeContent({ node, channels }: { node: DraftNode; channels: readonly Capabilities[] }) {
  const editor = useFlowEditor()
  const body = useRef<HTMLDivElement>(null)
  const formWanted = usePanels((state) => state.formWanted)
  const formSeen = useRef(0)
  useEffect(() => {
    if (formWanted > formSeen.current) focusFirstField(body.current)
    formSeen.current = formWanted
  }, [formWanted])
  const fieldWanted = usePanels((state) => state.fieldWanted)
  useEffect(() => {
    if (fieldWanted?.nodeId !== node.id || !body.current) return
    focusField(body.current.parentElement ?? body.current, fieldWanted)
    editor.panels.setState({ fieldWanted: null })
  }, [editor, fieldWanted, node.id])
  return (
    <>
      <NodeHeader node={node} />
      <div ref={body} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-4">
        <NodeForm node={node} channels={channels} />
      </div>
      {!editor.isReadOnly && (
        <div className="flex items-center gap-1 border-t border-line bg-surface px-3 py-2">
          <Tool id="quickInsert" node={node} />
          <Tool id="connectTo" node={node} />
          <span className="flex-1" />
          <Tool id="duplicate" node={node} />
          <Tool id="delete" node={node} />
        </div>
      )}
    </>
  )
}

/** What can be done with the node whose form this is; nothing is shown of what cannot. */
function Tool({
  id,
  node,
}: {
  id: 'quickInsert' | 'connectTo' | 'duplicate' | 'delete'
  node: DraftNode
}) {
  const editor = useFlowEditor()
  const { label, icon: Icon, shortcuts, perform } = commands[id]
  const leads = geometryOf(node).outlets.length > 0
  const isPossible = id === 'quickInsert' || id === 'connectTo' ? leads : node.type !== 'start'
  if (!isPossible) return null
  return (
    <IconButton
      size="sm"
      tooltipSide="top"
      variant={id === 'delete' ? 'dangerGhost' : 'ghost'}
      label={t(id === 'quickInsert' ? 'canvas.commands.addBehind' : label)}
      shortcut={shortcuts[0]}
      icon={<Icon />}
      onClick={() => {
        // The form may be of a node beside which others are selected.
        editor.canvas.select([node.id])
        perform(editor)
        if (id === 'delete') editor.viewport?.focus()
      }}
    />
  )
}

function NodeHeader({ node }: { node: DraftNode }) {
  const editor = useFlowEditor()
  // While it is being typed the name may end in a space; what is stored does not.
  const [typed, setTyped] = useState<string | null>(null)
  const stored = node.name ?? ''
  const typeTitle = isNodeType(node.type) ? t(`nodes.types.${node.type}.title`) : t('nodes.unknown')
  const Icon = isNodeType(node.type) ? lookOf(node.type).icon : null
  return (
    <div className="flex items-center gap-2.5 border-b border-line bg-surface py-2.5 ps-4 pe-2">
      {Icon && (
        <span
          className={cn(
            'inline-flex size-8 shrink-0 items-center justify-center rounded-lg',
            tileOf(node.type),
          )}
        >
          <Icon className="size-[1.125rem]" aria-hidden />
        </span>
      )}
      <input
        data-field=""
        aria-label={t('canvas.panel.name')}
        value={typed?.trim() === stored ? typed : stored}
        placeholder={typeTitle}
        readOnly={editor.isReadOnly}
        maxLength={80}
        dir="auto"
        onChange={(event) => {
          setTyped(event.target.value)
          editor.edit(renameNode(editor.draft(), node.id, event.target.value), {
            merge: `${node.id}.name`,
          })
        }}
        onBlur={() => setTyped(null)}
        className="h-9 min-w-0 flex-1 rounded-control border border-transparent bg-transparent px-1.5 font-semibold text-ink placeholder:text-ink hover:border-line focus:border-line focus:placeholder:text-ink-faint"
      />
      <IconButton
        label={t('canvas.panel.close')}
        shortcut="escape"
        icon={<X />}
        onClick={() => {
          editor.closeNode()
          editor.viewport?.focus()
        }}
      />
    </div>
  )
}

function NodeForm({ node, channels }: { node: DraftNode; channels: readonly Capabilities[] }) {
  const scope = useScope(node, channels)
  const editor = useFlowEditor()
  const shaped = shapedNode(node)
  if (!shaped) {
    return (
      <p className="text-sm text-ink-muted">{t('canvas.panel.unknown', { type: node.type })}</p>
    )
  }
  const { Form } = lookOf(shaped.type)
  const newest = () => shapedNode(editor.node(node.id) ?? node) ?? shaped
  const write = (data: Readonly<Record<string, unknown>>, merge: string) =>
    editor.edit(setData(editor.draft(), node.id, toJson(data)), { merge: `${node.id}.${merge}` })
  return (
    <NodeFormContext value={scope}>
      <ProblemLines problems={scope.problems.filter((problem) => !isAtField(problem))} />
      {hasHelp(shaped.type) && (
        <p className="-mt-1 text-[0.8125rem] text-ink-muted">
          {t(`nodes.types.${shaped.type}.hint`)}
        </p>
      )}
      <Form
        data={shaped.data}
        // An upload ends when it ends: what was typed meanwhile must stay.
        change={(patch) => write({ ...newest().data, ...patch }, Object.keys(patch).join(','))}
        replace={(data) => write(data, 'whole')}
      />
    </NodeFormContext>
  )
}

/** What the form's fields know about where they stand. */
function useScope(node: DraftNode, channels: readonly Capabilities[]): NodeFormScope {
  const editor = useFlowEditor()
  const nodes = useFlow((state) => state.nodes)
  const settings = useFlow((state) => state.settings)
  const found = useStore(editor.problems.store, ({ byNode }) => byNode.get(node.id))
  const isFresh = usePanels(({ freshNodeIds }) => freshNodeIds.has(node.id))
  const variables = useFlowVariables()
  const translation = useMemo(
    () =>
      translationScope(node, settings, (key, language, text) =>
        editor.edit(setTranslations(editor.draft(), [{ nodeId: node.id, key, language, text }]), {
          merge: `${node.id}.${language}.${key}`,
        }),
      ),
    [editor, node, settings],
  )
  return {
    nodeId: node.id,
    translation,
    isReadOnly: editor.isReadOnly,
    problems: isFresh ? [] : (found ?? []),
    fixesOf: (problem) => offerFixes(editor, problem),
    variables,
    values: editor.values,
    channels: channels.length > 0 ? channels : UNKNOWN_CHANNEL,
    otherNodes: nodes
      .filter(({ id, type }) => id !== node.id && groupOf(type) !== 'canvas' && type !== 'start')
      .map((each) => ({ id: each.id, name: nodeTitle(each) })),
  }
}

/** What is wrong with a field of its own is said beside it. Deeper ones may be folded away, so they are said here, too. */
const isAtField = ({ severity, field, code }: FlowProblem): boolean =>
  field?.length === 1 && (severity === 'error' || SAID_AT_WORDS.includes(code))

/** What fields for words say themselves, though it is no error. */
const SAID_AT_WORDS: readonly ProblemCode[] = [
  'overLimit',
  'overLimitBytes',
  'unknownVariable',
  'missingTranslation',
]

const hasHelp = (type: NodeType): boolean => definitionOf(type).group !== 'canvas'

/** Data without the fields that a form has emptied. */
const toJson = (data: Readonly<Record<string, unknown>>): JsonObject =>
  // Forms deal in the data of their type, which is JSON; only `undefined` is not, and it is left out here.
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as JsonObject
