# Rollcall in one image: which of its processes a container is, its command says. Built from the
# registries alone: Debian's Node to install with, and the Node of package-lock.json to run on.
FROM node:24-trixie-slim AS build
WORKDIR /rollcall
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# What only builds and tests need does not go along.
RUN npm run generate && npm run build && rm -rf .next/cache \
  && npm prune --omit=dev --no-audit --no-fund

FROM debian:trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 ROLLCALL_HOME=/var/lib/rollcall
RUN useradd --system --home-dir /var/lib/rollcall --create-home rollcall
WORKDIR /rollcall
COPY --from=build /rollcall .
# The pinned Node is a package: it needs nothing of the image but the C library.
ENV PATH=/rollcall/node_modules/node/bin:/usr/local/bin:/usr/bin:/bin
USER rollcall
VOLUME /var/lib/rollcall
EXPOSE 3000 3001
# One of: bin/web.ts, flags/main.ts, worker/main.ts, bin/migrate.ts, bin/set-up.ts
CMD ["node", "bin/web.ts"]
