// React Flow and nothing else: what a canvas of this library costs at least. Its own advice for large flows is followed:
// node types outside of components and memoised, and only what is in view is drawn.
import '@xyflow/react/dist/style.css'
import './bare.css'
import {
  applyEdgeChanges,
  applyNodeChanges,
  Background,
  Controls,
  Handle,
  Position,
  ReactFlow,
} from '@xyflow/react'
import { memo, useState } from 'react'
import { createRoot } from 'react-dom/client'

const Card = memo(function Card({ data }) {
  return (
    <div className="card">
      <Handle type="target" position={Position.Left} />
      <b>{data.kind}</b>
      <p>{data.words}</p>
      {data.handles.map((handle) => (
        <div key={handle} className="row">
          {handle}
          <Handle id={handle} type="source" position={Position.Right} />
        </div>
      ))}
    </div>
  )
})
const NODE_TYPES = { card: Card }

function Flow({ graph }) {
  const [nodes, setNodes] = useState(graph.nodes)
  const [edges, setEdges] = useState(graph.edges)
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      onNodesChange={(changes) => setNodes((before) => applyNodeChanges(changes, before))}
      onEdgesChange={(changes) => setEdges((before) => applyEdgeChanges(changes, before))}
      onlyRenderVisibleElements
      defaultViewport={{ x: 60, y: 60, zoom: 0.75 }}
      minZoom={0.02}
    >
      <Background />
      <Controls />
    </ReactFlow>
  )
}

const graph = await (await fetch(`/graph.json${location.search}`)).json()
createRoot(document.getElementById('root')).render(<Flow graph={graph} />)
