from fairki.manifest import *  # noqa: F403  (moved; removed at integration)
