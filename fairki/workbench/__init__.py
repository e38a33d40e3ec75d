"""The workbench: what people examine of their own firm, on their own machine; nothing of it is kept."""
