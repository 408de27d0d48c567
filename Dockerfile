# Written with care, but not yet built or run by anybody: tell us what you find.

FROM node:22-bookworm-slim AS build
WORKDIR /parley
COPY . .
# Installs everything and builds every package, as in a checkout.
RUN node scripts/test.mjs build
# Then again without what only the build needed: the server, the command line, and what they depend on.
RUN rm -rf node_modules packages/*/node_modules \
  && npx --yes "$(node -p "require('./package.json').packageManager")" install --frozen-lockfile --prod \
    --filter '@parley/api...' --filter '@parley/cli...' \
  && rm -rf bench e2e docs packages/*/src

FROM node:22-bookworm-slim
ENV NODE_ENV=production PARLEY_DATA_DIR=/data
WORKDIR /parley
COPY --from=build /parley .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "scripts/serve.mjs"]
