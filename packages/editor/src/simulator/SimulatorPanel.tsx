import type { LogEntry } from '@parley/runtime/engine'
import { CHANNEL_TYPES } from '@parley/shared'
import { ChevronDown, Flag, MousePointer2, RotateCcw, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useDenied } from '../api/access.ts'
import type { FlowEditor } from '../canvas/FlowEditor.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { DropdownMenu } from '../ui/DropdownMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import { useMediaQuery } from '../ui/useMediaQuery.ts'
import { BrokenNodes } from './BrokenNodes.tsx'
import { CallCard } from './CallCard.tsx'
import { Chat } from './Chat.tsx'
import { Composer } from './Composer.tsx'
import { ContactForm } from './ContactForm.tsx'
import { FirstWords } from './FirstWords.tsx'
import { ReplayBar } from './flowTests/ReplayBar.tsx'
import { SaveTest } from './flowTests/SaveTest.tsx'
import { TestList } from './flowTests/TestList.tsx'
import { FIRST_SAMPLE, type Sample, toSample } from './parseSample.ts'
import { suggestedPlaces } from './places.ts'
import { StepList } from './StepList.tsx'
import type { Simulator } from './simulator.ts'
import { type Section, Tray } from './Tray.tsx'
import { type NodeWords, useNodeWords } from './useNodeWords.ts'
import { useSimulator } from './useSimulator.ts'
import { VariableList } from './VariableList.tsx'
import { WaitingCards } from './WaitingCards.tsx'

export interface SimulatorPanelProps {
  readonly editor: FlowEditor
  readonly flowId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A customer's phone that runs the draft as it is now. Fills the height of its row; covers the screen on phones. */
export function SimulatorPanel({ editor, flowId, isOpen, onClose }: SimulatorPanelProps) {
  const { simulator, chooseChannel } = useSimulator({ editor, flowId, isOpen })
  const isPhone = useMediaQuery('(max-width: 767px)')
  const words = useNodeWords(editor)
  const channel = useStore(simulator.store, ({ simulation }) => simulation.channel)
  useFollowing(editor, isOpen && !isPhone)
  useWishes(editor, simulator)
  if (!isOpen) return null
  const goTo = (nodeId: string) => {
    // There the panel covers the canvas.
    if (isPhone) onClose()
    editor.goTo(nodeId)
  }
  return (
    <aside
      data-region
      aria-label={t('simulator.title')}
      className="fixed inset-0 z-40 flex flex-col overflow-hidden bg-surface md:static md:z-auto md:h-full md:w-[24rem] md:shrink-0 md:border-s md:border-line"
    >
      <header className="flex items-center gap-1 border-b border-line py-2 ps-3 pe-2">
        <h2 className="sr-only">{t('simulator.title')}</h2>
        <Select
          size="sm"
          className="min-w-0 flex-1"
          label={t('simulator.channel')}
          value={channel}
          onValueChange={chooseChannel}
          options={CHANNEL_TYPES.map((value) => ({
            value,
            label: t(`simulator.channels.${value}`),
          }))}
        />
        <StartButtons editor={editor} simulator={simulator} words={words} />
        <IconButton label={t('simulator.close')} icon={<X />} onClick={onClose} />
      </header>
      <Conversation editor={editor} simulator={simulator} words={words} onGoTo={goTo} />
    </aside>
  )
}

/** Begins where the canvas asks for it, or plays the test that somebody wants to see. */
function useWishes(editor: FlowEditor, simulator: Simulator): void {
  const nodeId = useStore(editor.panels, (state) => state.tryFromNodeId)
  const test = useStore(editor.panels, (state) => state.testToPlay)
  useEffect(() => {
    if (nodeId === null) return
    editor.panels.setState({ tryFromNodeId: null })
    simulator.restart(nodeId)
  }, [editor, simulator, nodeId])
  useEffect(() => {
    if (test === null) return
    editor.panels.setState({ testToPlay: null })
    simulator.replayer.begin(test)
  }, [editor, simulator, test])
}

/** Keeps the node where the conversation rests in view. */
function useFollowing(editor: FlowEditor, isOn: boolean): void {
  const currentNodeId = useStore(editor.lit, (state) => state.currentNodeId)
  useEffect(() => {
    if (isOn && currentNodeId !== null) editor.viewport?.reveal([currentNodeId], { zoom: 'keep' })
  }, [editor, isOn, currentNodeId])
}

/** Again from where it began, or from somewhere else. */
function StartButtons({
  editor,
  simulator,
  words,
}: {
  editor: FlowEditor
  simulator: Simulator
  words: NodeWords
}) {
  const startNodeId = useStore(simulator.store, (state) => state.startNodeId)
  const selected = useStore(editor.canvas.store, ({ selectedNodeIds: [only, ...others] }) =>
    others.length === 0 ? only : undefined,
  )
  return (
    <div className="flex shrink-0">
      <IconButton
        className="rounded-e-none"
        label={t('simulator.restart')}
        icon={<RotateCcw />}
        onClick={() => simulator.restart(startNodeId)}
      />
      <DropdownMenu
        items={[
          {
            label: t('simulator.fromBeginning'),
            hint: t('simulator.fromBeginningHelp'),
            icon: <Flag />,
            onSelect: () => simulator.restart(null),
          },
          {
            label: selected
              ? t('simulator.fromNode', { name: words.titleOf(selected) })
              : t('simulator.selectToStart'),
            ...(selected && { hint: t('simulator.fromNodeHelp') }),
            icon: <MousePointer2 />,
            isDisabled: selected === undefined,
            onSelect: () => selected && simulator.restart(selected),
          },
        ]}
      >
        <IconButton
          className="w-6 rounded-s-none pointer-coarse:w-9"
          label={t('simulator.restartMenu')}
          icon={<ChevronDown />}
        />
      </DropdownMenu>
    </div>
  )
}

function Conversation({
  editor,
  simulator,
  words,
  onGoTo,
}: {
  editor: FlowEditor
  simulator: Simulator
  words: NodeWords
  onGoTo: (nodeId: string) => void
}) {
  const { simulation, answers, isCalling, callFailure, replay } = useStore(simulator.store)
  const { session, steps, contact, call, log, changedVariables } = simulation
  const deniedReason = useDenied('editor')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const variables = session?.variables ?? {}
  const [tray, setTray] = useState<Section | null>(null)
  const played = replay?.test
  const [playedBefore, setPlayedBefore] = useState(played)
  if (played !== playedBefore) {
    setPlayedBefore(played)
    // Who plays a test wants to see the phone.
    if (played) setTray(null)
  }
  const isPlaying = replay !== null && !replay.walk.isOver
  return (
    <>
      <BrokenNodes
        editor={editor}
        simulator={simulator}
        words={words}
        isFresh={log.length === 0}
        onGoTo={onGoTo}
      />
      {log.length === 0 && !replay ? (
        <FirstWords
          editor={editor}
          simulator={simulator}
          onSend={(text) => {
            simulator.send({ type: 'text', text })
            input.current?.focus()
          }}
        />
      ) : (
        <Chat
          simulation={simulation}
          words={words}
          isRemembered={(nodeId) => answers.has(nodeId)}
          onSend={simulator.send}
          onGoTo={onGoTo}
          onForget={(nodeId) => simulator.remember(nodeId, null)}
        />
      )}
      {replay && (
        <ReplayBar
          replay={replay}
          replayer={simulator.replayer}
          onGoTo={onGoTo}
          onClose={() => {
            simulator.replayer.stop()
            input.current?.focus()
          }}
        />
      )}
      {!isPlaying && (
        <WaitingCards
          simulation={simulation}
          onSkip={simulator.skip}
          onHandBack={simulator.handBack}
        />
      )}
      {call && !isPlaying && (
        <CallCard
          key={call.effectId}
          request={call.request}
          sample={lastSample(simulation.log, call.nodeId)}
          isCalling={isCalling}
          failure={callFailure}
          deniedReason={deniedReason && t('simulator.callDenied')}
          onCall={({ always }) => {
            if (always) simulator.remember(call.nodeId, { by: 'server' })
            void simulator.callForReal()
          }}
          onAnswer={(result, { always }) => {
            if (always) simulator.remember(call.nodeId, { by: 'sample', result })
            simulator.answerWith(result)
          }}
        />
      )}
      <Composer
        input={input}
        places={() => suggestedPlaces(editor.draft())}
        onSend={simulator.send}
      />
      <Tray
        open={tray}
        onOpen={setTray}
        counts={{ variables: Object.keys(variables).length, steps: steps.length }}
        variables={<VariableList variables={variables} changed={changedVariables} />}
        steps={
          <StepList
            steps={steps}
            currentNodeId={session?.waiting?.nodeId ?? null}
            words={words}
            onGoTo={onGoTo}
          />
        }
        contact={<ContactForm contact={contact} onChange={simulator.setContact} />}
        tests={
          <div className="flex flex-col gap-3 p-3">
            <div className="flex flex-wrap items-center gap-2">
              <SaveTest editor={editor} simulator={simulator} simulation={simulation} />
              <Button size="sm" variant="ghost" onClick={() => editor.openDock('tests')}>
                {t('flowTests.coverage.title')}
              </Button>
            </div>
            <TestList editor={editor} />
            <p className="text-xs text-ink-muted">{t('simulator.tests.help')}</p>
          </div>
        }
      />
    </>
  )
}

/** What this node got last time, for answering by hand. */
function lastSample(log: readonly LogEntry[], nodeId: string): Sample {
  const last = log.findLast((entry) => entry.type === 'called' && entry.nodeId === nodeId)
  return last?.type === 'called' ? toSample(last.result) : FIRST_SAMPLE
}
