# Minga as it runs: built when the image is made, so that a start compiles nothing and needs no sources.
FROM node:20-bookworm-slim AS build
WORKDIR /minga
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /minga
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data DEMO=off
# The allocator keeps memory for each thread, and what a start has freed, otherwise: some twenty megabytes.
ENV MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
COPY --from=build /minga/package.json ./
COPY --from=build /minga/node_modules ./node_modules
COPY --from=build /minga/dist ./dist
RUN printf '#!/bin/sh\nexec node /minga/dist/apps/cli/main.js "$@"\n' > /usr/local/bin/minga \
  && chmod 755 /usr/local/bin/minga \
  && install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "dist/apps/server/main.js"]
