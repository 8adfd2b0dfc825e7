/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Next takes 127.0.0.1 for localhost and would make the redirect between the two point to itself.
  skipProxyUrlNormalize: true,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    'pg',
    'pino',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace-node',
  ],
  // npm test checks the types, of every room; a start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
}

export default config
