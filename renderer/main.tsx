import './theme/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { createBridge } from './bridge/create-bridge.ts'
import { readIssuer } from './bridge/read-issuer.ts'
import { App } from './frame/app.tsx'
import { createMadeCalls, recordCalls } from './stores/create-made-calls.ts'
import { createStores } from './stores/stores.ts'
import { StoresProvider } from './stores/use-stores.tsx'
import { provideStyleNonce } from './theme/style-nonce.ts'

provideStyleNonce()
const madeCalls = createMadeCalls()
const bridge = recordCalls(createBridge(), madeCalls)
const stores = createStores(bridge, { madeCalls, readIssuer })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <StoresProvider bridge={bridge} stores={stores}>
        <App />
      </StoresProvider>
    </StrictMode>,
  )
}
