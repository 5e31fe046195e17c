import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { mockServer } from './dev/mock.ts'

export default defineConfig({
  base: './',
  plugins: [vue(), mockServer()],
  build: {
    outDir: 'target/ui',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', port: 8200 },
  preview: { host: '127.0.0.1', port: 8201 },
  test: { include: ['src/test/ui/**/*.test.ts'], environment: 'node' },
})
