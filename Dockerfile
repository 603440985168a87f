# A server for one dataset:
#   docker build -t corpuscope .
#   docker run --rm -p 4173:4173 -v "$PWD/my-dataset:/dataset:ro" corpuscope
FROM node:24-bookworm-slim AS package
WORKDIR /source
COPY . .
RUN npm pack --silent --pack-destination /tmp

FROM node:24-bookworm-slim
COPY --from=package /tmp/corpuscope-*.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/corpuscope-*.tgz && rm -rf /tmp/corpuscope-*.tgz /root/.npm
ENV HOST=0.0.0.0 PORT=4173
EXPOSE 4173
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/dataset/manifest.json`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["corpuscope"]
CMD ["serve", "/dataset"]
