/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@prisma/client'],
  typescript: { ignoreBuildErrors: false },
}

export default config
