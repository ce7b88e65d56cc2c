"""How much memory a large web archive takes: one page, repeated to the size given.

    python benchmarks/web_archive.py PAGE.html [--megabytes 1000]

The archive is unpacked, lies in a temporary folder, and is read to its end without extraction. The largest resident size of
the process shows whether records are streamed.
"""

from __future__ import annotations

import argparse
import io
import resource
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from thai_newsie import read

_MEGABYTE = 1_000_000


def write(archive: Path, page: bytes, megabytes: int) -> int:
    """Write an archive of at least so many megabytes; the number of its records."""
    with archive.open("wb") as stream:
        writer, count = WARCWriter(stream, gzip=False), 0
        while stream.tell() < megabytes * _MEGABYTE:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            address = f"https://www.example.go.th/{count}"
            writer.write_record(
                writer.create_warc_record(address, "response", payload=io.BytesIO(page), http_headers=headers)
            )
            count += 1
    return count


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("page", type=Path)
    parser.add_argument("--megabytes", type=int, default=1000)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc"
        count = write(archive, given.page.read_bytes(), given.megabytes)
        begun = time.process_time()
        found = sum(1 for _ in read(archive))
        seconds = time.process_time() - begun
        largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{archive.stat().st_size / _MEGABYTE:,.0f} MB, {count:,} records, {found:,} articles")
        print(
            f"{seconds:,.0f} s of CPU time, {found / seconds:,.0f} articles a second, {largest:,.0f} MB at most"
        )


if __name__ == "__main__":
    main()
