#!/bin/sh
# 200: made. 409: there already.
set -eu
code=$(curl -s -o /dev/null -w '%{http_code}' -X PUT --aws-sigv4 aws:amz:us-east-1:s3 -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' \
  --user "$MINIO_ROOT_USER:$MINIO_ROOT_PASSWORD" http://minio:9000/socialselling-media)
echo "bucket socialselling-media: $code"
[ "$code" = 200 ] || [ "$code" = 409 ]
